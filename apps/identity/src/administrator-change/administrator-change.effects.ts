/** What happens with the second administrator's confirmation, in its transaction. */
import { Injectable } from '@nestjs/common';
import type { Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import * as account from '../account/account.js';
import { AccountStore } from '../account/account.store.js';
import * as grant from '../grant/grant.js';
import { GrantStore } from '../grant/grant.store.js';
import { SiteOpening } from '../site/site.opening.js';
import type { Subject } from './administrator-change.js';

@Injectable()
export class AdministratorChangeEffects {
  constructor(
    private readonly grants: GrantStore,
    private readonly accounts: AccountStore,
    private readonly sites: SiteOpening,
  ) {}

  async carryOut(act: Act, subject: Subject): Promise<void> {
    switch (subject.what) {
      case 'appoint': {
        const { what: _, ...appointment } = subject;
        await this.grants.give(act, appointment);
        return;
      }
      case 'dismiss':
        return this.dismiss(act, subject.accountId);
      case 'disable':
        await this.dismiss(act, subject.accountId);
        await this.accounts.change(act, { id: subject.accountId }, account.disable);
        return;
      case 'openSite': {
        const { administrators, ...place } = subject.opening;
        await this.sites.open(act, { ...place, mode: 'live', clock: null }, administrators);
      }
    }
  }

  private async dismiss(act: Act, accountId: Id): Promise<void> {
    const { id } = await this.grants.ofAdministrator(act, accountId);
    await this.grants.change(act, { id }, grant.revoke);
  }
}
