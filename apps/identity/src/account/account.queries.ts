import { Controller } from '@nestjs/common';
import { accountNames, findAccounts, listAccounts, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { AccountStore } from './account.store.js';

@Controller()
export class AccountQueries {
  constructor(private readonly accounts: AccountStore) {}

  @Handles(accountNames)
  async names({ ids }: In<typeof accountNames>, viewer: Caller) {
    const { items } = await this.accounts.page(viewer, { where: { id: ids }, limit: ids.length });
    return { items: items.map(({ id, name }) => ({ id, name })) };
  }

  @Handles(findAccounts)
  async find({ text }: In<typeof findAccounts>, viewer: Caller) {
    return { items: await this.accounts.named(viewer, text) };
  }

  @Handles(listAccounts)
  async list({ cursor, limit, account }: In<typeof listAccounts>, viewer: Caller) {
    const page = { where: { account }, orderBy: 'account' as const, cursor, limit };
    const { items, next } = await this.accounts.page(viewer, page);
    const shown = items.map(({ passwordHash, setUpHash: _hash, setUpUntil: _until, ...rest }) => ({
      ...rest,
      isSetUp: passwordHash !== null,
    }));
    return { items: shown, next };
  }
}
