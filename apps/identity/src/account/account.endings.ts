/** What ends with an account, or with the password that let a person in: the sessions, and on a reset the second factor too. */
import { Injectable } from '@nestjs/common';
import type { Receipt } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import { SessionStore } from '../session/session.store.js';
import * as account from './account.js';
import { AccountStore } from './account.store.js';
import { SecondFactors } from './second-factors.js';

interface Target {
  readonly id: Id;
  readonly seen?: number;
}

@Injectable()
export class AccountEndings {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly factors: SecondFactors,
  ) {}

  async disable(act: Act, target: Target): Promise<Receipt> {
    const disabled = await this.accounts.change(act, target, account.disable);
    await this.sessions.endAll(act, target.id, 'accountDisabled');
    return disabled;
  }

  /** The person comes in again by the set-up code of the answer. */
  async reset(act: Act, target: Target) {
    const invited = await this.accounts.invite(act, target);
    await this.factors.forget(act.manager, target.id);
    await this.sessions.endAll(act, target.id, 'accountReset');
    return invited;
  }
}
