import { Controller } from '@nestjs/common';
import { createAccount, disableAccount, type In } from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { GrantStore } from '../grant/grant.store.js';
import * as account from './account.js';
import { AccountStore } from './account.store.js';

@Controller()
export class AccountCommands {
  constructor(
    private readonly accounts: AccountStore,
    private readonly grants: GrantStore,
  ) {}

  @Handles(createAccount)
  async create(input: In<typeof createAccount>, act: Act) {
    return this.accounts.create(act, input);
  }

  @Handles(disableAccount)
  async disable({ accountId, seen }: In<typeof disableAccount>, act: Act) {
    await this.grants.refuseAdministrator(act, accountId);
    return this.accounts.change(act, { id: accountId, seen }, account.disable);
  }
}
