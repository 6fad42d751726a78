/** What happens with the second administrator's confirmation, in its transaction. */
import { Injectable } from '@nestjs/common';
import type { Invitation } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import { AccountEndings } from '../account/account.endings.js';
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
    private readonly endings: AccountEndings,
    private readonly sites: SiteOpening,
  ) {}

  /** Answers whom it lets in anew. */
  async carryOut(act: Act, subject: Subject): Promise<Invitation[]> {
    switch (subject.what) {
      case 'appoint': {
        const { what: _, ...appointment } = subject;
        await this.grants.give(act, appointment);
        return [];
      }
      case 'dismiss':
        await this.dismiss(act, subject.accountId);
        return [];
      case 'disable':
        await this.dismiss(act, subject.accountId);
        await this.endings.disable(act, { id: subject.accountId });
        return [];
      case 'reset':
        return this.reset(act, subject.accountId);
      case 'openSite': {
        const { administrators, ...place } = subject.opening;
        const live = { ...place, mode: 'live' as const, clock: null };
        return (await this.sites.open(act, live, administrators)).invitations;
      }
    }
  }

  private async reset(act: Act, id: Id): Promise<Invitation[]> {
    const { account } = await this.accounts.read(act, id);
    const { setUpCode, setUpUntil } = await this.endings.reset(act, { id });
    return [{ account, setUpCode, setUpUntil }];
  }

  private async dismiss(act: Act, accountId: Id): Promise<void> {
    const { id } = await this.grants.ofAdministrator(act, accountId);
    await this.grants.change(act, { id }, grant.revoke);
  }
}
