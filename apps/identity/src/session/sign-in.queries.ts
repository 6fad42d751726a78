import { Controller } from '@nestjs/common';
import { renewSession, signIn, type In } from '@xuncha/contracts';
import { refuseIf, refuseUnless } from '@xuncha/domain-kit';
import { Handles, type Caller } from '@xuncha/service-kit';
import type { AccountRow } from '../account/account.row.js';
import { SecondFactors } from '../account/second-factors.js';
import { Credentials } from './credentials.js';
import { originOf, ownAct } from './own-act.js';
import { SessionGrants } from './session-grants.js';
import type { Opening } from './session.js';
import { SessionStore } from './session.store.js';

@Controller()
export class SignInQueries {
  constructor(
    private readonly credentials: Credentials,
    private readonly factors: SecondFactors,
    private readonly sessions: SessionStore,
    private readonly grants: SessionGrants,
  ) {}

  @Handles(signIn)
  async signIn({ code, ...input }: In<typeof signIn>, nobody: Caller) {
    const found = await this.credentials.check(nobody, input);
    const signedInBy = await this.passedBy(nobody, found, code);
    await this.credentials.succeeded(nobody, found);
    const opening = { accountId: found.id, signedInBy, origin: originOf(nobody) };
    const { id, renewal } = await ownAct(nobody, found, (act) => this.sessions.open(act, opening));
    return this.grants.of(found, id, renewal);
  }

  @Handles(renewSession)
  async renew({ renewal }: In<typeof renewSession>, nobody: Caller) {
    return this.grants.renew(nobody, renewal);
  }

  /** A factor that is set up is asked for; one that a role needs and nobody set up yet shuts the account. */
  private async passedBy(
    nobody: Caller,
    found: AccountRow,
    code: string | undefined,
  ): Promise<Opening['signedInBy']> {
    if (found.hasSecondFactor) {
      refuseUnless(code, 'session.code-needed');
      return (await this.factors.passedBy(nobody, found, code)) ?? this.credentials.refuseCode(nobody, found);
    }
    refuseIf(await this.factors.isNeeded(nobody, found.id), 'session.second-factor-needed');
    return 'password';
  }
}
