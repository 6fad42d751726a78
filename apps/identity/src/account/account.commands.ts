import { Controller } from '@nestjs/common';
import { changePassword, createAccount, disableAccount, inviteAccount, type In } from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { Credentials } from '../session/credentials.js';
import { SessionStore } from '../session/session.store.js';
import * as account from './account.js';
import { AccountStore } from './account.store.js';
import { hashPassword } from './password.js';
import { refuseWeak } from './password-rules.js';
import { SecondFactors } from './second-factors.js';

@Controller()
export class AccountCommands {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly factors: SecondFactors,
    private readonly credentials: Credentials,
  ) {}

  @Handles(createAccount)
  async create(input: In<typeof createAccount>, act: Act) {
    return this.accounts.create(act, input);
  }

  @Handles(inviteAccount)
  async invite({ accountId, seen }: In<typeof inviteAccount>, act: Act) {
    const invited = await this.accounts.invite(act, { id: accountId, seen });
    await this.factors.forget(act.manager, accountId);
    await this.sessions.endAll(act, accountId, 'accountReset');
    return invited;
  }

  @Handles(changePassword)
  async changePassword({ old, password }: In<typeof changePassword>, act: Act) {
    const own = await this.credentials.confirm(act, old);
    refuseWeak(password, own.account);
    const passwordHash = await hashPassword(password);
    const there = act.inSite(own.site, act.now);
    const changed = await this.accounts.change(there, { id: own.id }, (before) =>
      account.changePassword(before, passwordHash),
    );
    await this.sessions.endAll(there, own.id, 'passwordChanged', act.moment.session);
    return changed;
  }

  @Handles(disableAccount)
  async disable({ accountId, seen }: In<typeof disableAccount>, act: Act) {
    const disabled = await this.accounts.change(act, { id: accountId, seen }, account.disable);
    await this.sessions.endAll(act, accountId, 'accountDisabled');
    return disabled;
  }
}
