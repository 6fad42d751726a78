import { Injectable } from '@nestjs/common';
import { Store, type Act } from '@xuncha/service-kit';
import type { Site } from './site.js';
import { SiteRow } from './site.row.js';

@Injectable()
export class SiteStore extends Store<Site, SiteRow> {
  constructor() {
    super({
      aggregate: 'identity.site',
      row: SiteRow,
      unique: { PRIMARY: ['site.code-taken', 'site'] },
      toDomain: ({ id, site, name, abbreviation, mode, clock }) => ({
        id,
        code: site,
        name,
        abbreviation,
        mode,
        clock,
      }),
      toRow: ({ name, abbreviation, mode, clock }) => ({ name, abbreviation, mode, clock }),
    });
  }

  /** In any site: a code is given once. */
  async isTaken(act: Act, code: string): Promise<boolean> {
    return act.manager.existsBy(SiteRow, { site: code });
  }
}
