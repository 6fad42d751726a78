import { Controller } from '@nestjs/common';
import { changePassword, type In } from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { Credentials } from '../session/credentials.js';
import { SessionStore } from '../session/session.store.js';
import * as account from './account.js';
import { AccountStore } from './account.store.js';
import { hashPassword } from './password.js';
import { refuseWeak } from './password-rules.js';

@Controller()
export class OwnAccountCommands {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly credentials: Credentials,
  ) {}

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
}
