import { Controller } from '@nestjs/common';
import { createAccount, disableAccount, inviteAccount, type In } from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { GrantStore } from '../grant/grant.store.js';
import { AccountEndings } from './account.endings.js';
import { AccountStore } from './account.store.js';

/** Of an administrator's account no other administrator decides alone (rules.md 15). */
@Controller()
export class AccountCommands {
  constructor(
    private readonly accounts: AccountStore,
    private readonly endings: AccountEndings,
    private readonly grants: GrantStore,
  ) {}

  @Handles(createAccount)
  async create(input: In<typeof createAccount>, act: Act) {
    return this.accounts.create(act, input);
  }

  @Handles(inviteAccount)
  async invite({ accountId, seen }: In<typeof inviteAccount>, act: Act) {
    await this.grants.refuseAdministrator(act, accountId);
    return this.endings.reset(act, { id: accountId, seen });
  }

  @Handles(disableAccount)
  async disable({ accountId, seen }: In<typeof disableAccount>, act: Act) {
    await this.grants.refuseAdministrator(act, accountId);
    return this.endings.disable(act, { id: accountId, seen });
  }
}
