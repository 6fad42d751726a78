/** What a session gives its owner: a short token, and now and then the next one. */
import { Injectable } from '@nestjs/common';
import type { Out, signIn } from '@xuncha/contracts';
import { refuse, refuseIf, type Id } from '@xuncha/domain-kit';
import { TOKEN_LIFE_MS, Tokens, type Caller } from '@xuncha/service-kit';
import type { AccountRow } from '../account/account.row.js';
import { Holders } from './holders.js';
import { ownAct } from './own-act.js';
import { Renewals } from './renewals.js';
import type { Session } from './session.js';
import type { SessionRow } from './session.row.js';
import { SessionStore } from './session.store.js';

@Injectable()
export class SessionGrants {
  constructor(
    private readonly tokens: Tokens,
    private readonly sessions: SessionStore,
    private readonly renewals: Renewals,
    private readonly holders: Holders,
  ) {}

  of({ id: sub, site, name }: AccountRow, sid: Id, renewal: string): Out<typeof signIn> {
    const exp = Math.floor((Date.now() + TOKEN_LIFE_MS) / 1000);
    const token = this.tokens.sign({ sub, site, exp, sid });
    const expiresAt = new Date(exp * 1000).toISOString();
    return { token, expiresAt, renewal, sessionId: sid, accountId: sub, name, site };
  }

  /** Refuses with `session.invalid`, `session.expired` or `session.ended`; a secret shown a second time ends the session. */
  async renew(nobody: Caller, secret: string): Promise<Out<typeof signIn>> {
    const exchanged = await this.renewals.exchange(secret, nobody.now);
    const session = await this.sessions.bySecret(nobody, exchanged.sessionId);
    refuseIf(session.state !== 'open', 'session.ended');
    if (exchanged.outcome === 'reused') return this.end(nobody, session, 'renewalReused');
    refuseIf(exchanged.outcome === 'idle' || nobody.now >= session.endsAt, 'session.expired');
    const { holder, isMissingFactor } = await this.holders.of(nobody, session);
    if (isMissingFactor) return this.end(nobody, session, 'secondFactorNeeded');
    return this.of(holder, session.id, exchanged.renewal);
  }

  private async end(
    nobody: Caller,
    session: SessionRow,
    because: NonNullable<Session['endedBecause']>,
  ): Promise<never> {
    const owner = { id: session.accountId, site: session.site };
    await ownAct(nobody, owner, (act) => this.sessions.end(act, session.id, because));
    return refuse('session.ended');
  }
}
