import { Controller } from '@nestjs/common';
import { advanceClock, openSite, type In } from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { SiteOpening } from './site.opening.js';
import * as site from './site.js';
import { SiteStore } from './site.store.js';

@Controller()
export class SiteCommands {
  constructor(
    private readonly sites: SiteStore,
    private readonly openings: SiteOpening,
  ) {}

  @Handles(openSite)
  async open({ administrators, clock, ...place }: In<typeof openSite>, act: Act) {
    return this.openings.open(act, { ...place, clock: new Date(clock) }, administrators);
  }

  @Handles(advanceClock)
  async advanceClock({ siteId, seen, to }: In<typeof advanceClock>, act: Act) {
    return this.sites.change(act, { id: siteId, seen }, (before) => site.advanceClock(before, new Date(to)));
  }
}
