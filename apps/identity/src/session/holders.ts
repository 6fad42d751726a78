import { Injectable } from '@nestjs/common';
import { refuse, refuseIf } from '@xuncha/domain-kit';
import type { Caller } from '@xuncha/service-kit';
import { AccountStore } from '../account/account.store.js';
import { SecondFactors } from '../account/second-factors.js';
import type { SessionRow } from './session.row.js';

/** Whether the person is still who may hold the session. */
@Injectable()
export class Holders {
  constructor(
    private readonly accounts: AccountStore,
    private readonly factors: SecondFactors,
  ) {}

  async of(nobody: Caller, { accountId, signedInBy }: SessionRow) {
    const holder = (await this.accounts.byId(nobody, accountId)) ?? refuse('session.invalid');
    refuseIf(holder.state !== 'active', 'access.disabled');
    // A role given meanwhile may ask for more than the person has shown.
    const isMissingFactor = signedInBy === 'password' && (await this.factors.isNeeded(nobody, accountId));
    return { holder, isMissingFactor };
  }
}
