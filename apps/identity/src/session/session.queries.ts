import { Controller } from '@nestjs/common';
import { me, signIn, viewerAccess, type In, type Role } from '@xuncha/contracts';
import { refuseUnless } from '@xuncha/domain-kit';
import { Handles, Tokens, type Caller } from '@xuncha/service-kit';
import { AccountStore } from '../account/account.store.js';
import { passwordFits } from '../account/password.js';
import { Attempts } from './attempts.js';

const SESSION_MS = 8 * 3600_000;

@Controller()
export class SessionQueries {
  constructor(
    private readonly accounts: AccountStore,
    private readonly attempts: Attempts,
    private readonly tokens: Tokens,
  ) {}

  /** Unknown site, unknown account, disabled account and wrong password are one refusal. */
  @Handles(signIn)
  async signIn({ site, account, password }: In<typeof signIn>, nobody: Caller) {
    await this.attempts.begin(site, account, nobody.now);
    const found = await this.accounts.bySignInName(nobody, site, account);
    const fits = await passwordFits(found?.passwordHash, password);
    refuseUnless(found && fits && found.state === 'active', 'session.refused');
    await this.attempts.succeeded(site, account, nobody.now);
    const expires = Math.floor((nobody.now.getTime() + SESSION_MS) / 1000);
    return {
      token: this.tokens.sign({ sub: found.id, site, exp: expires }),
      expiresAt: new Date(expires * 1000).toISOString(),
      accountId: found.id,
      name: found.name,
      site,
    };
  }

  @Handles(me)
  async me(_input: In<typeof me>, viewer: Caller) {
    const { id, name } = await this.accounts.own(viewer);
    return { accountId: id, name, site: viewer.site, grants: grantsOf(viewer) };
  }

  @Handles(viewerAccess)
  async access(_input: In<typeof viewerAccess>, viewer: Caller) {
    return { grants: grantsOf(viewer), recused: [...viewer.access.recused] };
  }
}

function grantsOf(viewer: Caller) {
  return viewer.access.grants.map((grant) => ({ ...grant, role: grant.role as Role }));
}
