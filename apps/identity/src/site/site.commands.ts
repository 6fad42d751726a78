import { Controller } from '@nestjs/common';
import { advanceClock, openSite, type In } from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { AccountStore } from '../account/account.store.js';
import { GrantStore } from '../grant/grant.store.js';
import * as site from './site.js';
import { SiteStore } from './site.store.js';

@Controller()
export class SiteCommands {
  constructor(
    private readonly sites: SiteStore,
    private readonly accounts: AccountStore,
    private readonly grants: GrantStore,
  ) {}

  /** The site, its first administrator and that account's right to make all others begin the new site's own journal. */
  @Handles(openSite)
  async open({ administrator, ...opening }: In<typeof openSite>, act: Act) {
    const clock = opening.clock ? new Date(opening.clock) : null;
    const there = act.inSite(opening.code, clock ?? new Date());
    const opened = await this.sites.add(there, site.open({ ...opening, clock }));
    const { id, setUpCode, setUpUntil } = await this.accounts.create(there, administrator);
    await this.grants.give(there, { accountId: id, role: 'securityAdministrator' });
    return { ...opened, setUpCode, setUpUntil };
  }

  @Handles(advanceClock)
  async advanceClock({ siteId, seen, to }: In<typeof advanceClock>, act: Act) {
    return this.sites.change(act, { id: siteId, seen }, (before) => site.advanceClock(before, new Date(to)));
  }
}
