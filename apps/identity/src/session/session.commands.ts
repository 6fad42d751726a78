import { Controller } from '@nestjs/common';
import { signIn, type In } from '@xuncha/contracts';
import { refuseUnless } from '@xuncha/domain-kit';
import { Handles, Tokens, type Act } from '@xuncha/service-kit';
import { AccountStore } from '../account/account.store.js';
import { passwordFits } from '../account/password.js';
import { Attempts } from './attempts.js';

const SESSION_MS = 8 * 3600_000;

@Controller()
export class SessionCommands {
  constructor(
    private readonly accounts: AccountStore,
    private readonly attempts: Attempts,
    private readonly tokens: Tokens,
  ) {}

  /** Unknown site, unknown account, disabled account and wrong password are one refusal. */
  @Handles(signIn)
  async open({ site, account, password }: In<typeof signIn>, act: Act) {
    await this.attempts.begin(site, account, act.now);
    const found = await this.accounts.bySignInName(act, site, account);
    const fits = await passwordFits(found?.passwordHash, password);
    refuseUnless(found && fits && found.state === 'active', 'session.refused');
    await this.attempts.succeeded(site, account, act.now);
    const expires = Math.floor((act.now.getTime() + SESSION_MS) / 1000);
    return {
      token: this.tokens.sign({ sub: found.id, site, exp: expires }),
      expiresAt: new Date(expires * 1000).toISOString(),
      accountId: found.id,
      name: found.name,
      site,
    };
  }
}
