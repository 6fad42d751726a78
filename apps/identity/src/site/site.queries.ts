import { Controller } from '@nestjs/common';
import { currentSite, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { siteId } from './site.js';
import { SiteStore } from './site.store.js';

@Controller()
export class SiteQueries {
  constructor(private readonly sites: SiteStore) {}

  @Handles(currentSite)
  async current(_input: In<typeof currentSite>, viewer: Caller) {
    const { clock, ...site } = await this.sites.read(viewer, siteId(viewer.site));
    return { ...site, clock: clock?.toISOString() ?? null };
  }
}
