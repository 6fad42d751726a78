/**
 * Whether somebody is who they say, before they have a token. Every question counts as an attempt, and every refusal is kept; unknown
 * site, unknown account, disabled account and wrong password are one refusal.
 */
import { Injectable } from '@nestjs/common';
import { DomainError, refuse } from '@xuncha/domain-kit';
import type { Act, Caller } from '@xuncha/service-kit';
import type { AccountRow } from '../account/account.row.js';
import { AccountStore } from '../account/account.store.js';
import { passwordFits } from '../account/password.js';
import { codeHash } from '../account/secret-code.js';
import { Attempts } from './attempts.js';
import { originOf } from './own-act.js';
import { RefusedSignIns, type Reason } from './refused-sign-ins.js';

interface Named {
  readonly site: string;
  readonly account: string;
}

@Injectable()
export class Credentials {
  constructor(
    private readonly accounts: AccountStore,
    private readonly attempts: Attempts,
    private readonly refused: RefusedSignIns,
  ) {}

  /** Refuses with `session.refused` or `session.locked`. The attempt stays counted until `succeeded`. */
  async check(nobody: Caller, { password, ...named }: Named & { password: string }): Promise<AccountRow> {
    const found = await this.begin(nobody, named);
    const fits = await passwordFits(found?.passwordHash ?? undefined, password);
    if (found?.state === 'active' && fits) return found;
    const reason = !found ? 'noAccount' : found.state === 'active' ? 'password' : 'notActive';
    return this.refuse(nobody, named.site, { found, reason, code: 'session.refused' });
  }

  /** Refuses with `account.code-refused` or `session.locked`. */
  async checkSetUpCode(nobody: Caller, { code, ...named }: Named & { code: string }): Promise<AccountRow> {
    const found = await this.begin(nobody, named);
    if (found?.state === 'active' && found.setUpHash === codeHash(code)) return found;
    const reason = found ? 'setUpCode' : 'noAccount';
    return this.refuse(nobody, named.site, { found, reason, code: 'account.code-refused' });
  }

  /** The old password of somebody who is signed in. */
  async confirm(act: Act, password: string): Promise<AccountRow> {
    const own = await this.accounts.own(act);
    await this.begin(act, own);
    const fits = await passwordFits(own.passwordHash ?? undefined, password);
    if (!fits)
      return this.refuse(act, own.site, { found: own, reason: 'password', code: 'account.password-wrong' });
    await this.succeeded(act, own);
    return own;
  }

  async refuseCode(nobody: Caller, found: AccountRow): Promise<never> {
    return this.refuse(nobody, found.site, { found, reason: 'code', code: 'session.code-refused' });
  }

  async succeeded(_caller: Caller, { site, account }: Named): Promise<void> {
    await this.attempts.succeeded(site, account, new Date());
  }

  private async begin(caller: Caller, { site, account }: Named): Promise<AccountRow | null> {
    const found = await this.accounts.bySignInName(caller, site, account);
    try {
      await this.attempts.begin(site, account, new Date());
    } catch (error) {
      if (error instanceof DomainError) await this.keep(caller, site, { found, reason: 'locked' });
      throw error;
    }
    return found;
  }

  private async refuse(
    caller: Caller,
    site: string,
    { code, ...refused }: { found: AccountRow | null; reason: Reason; code: string },
  ): Promise<never> {
    await this.keep(caller, site, refused);
    return refuse(code);
  }

  private keep(
    caller: Caller,
    site: string,
    { found, reason }: { found: AccountRow | null; reason: Reason },
  ): Promise<void> {
    const who = { site, accountId: found?.id ?? null };
    return this.refused.keep(who, { reason, at: new Date(), origin: originOf(caller) });
  }
}
