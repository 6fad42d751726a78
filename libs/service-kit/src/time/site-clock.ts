/** Every service that has a contract for it answers how far it has fired a site's rungs, all of them, beside the site's time. */
import { Controller, type Type } from '@nestjs/common';
import { clockContracts, type Out } from '@xuncha/contracts';
import type { Caller } from '../access/caller.js';
import { siteNow } from '../access/directory.js';
import { Handles } from '../calls/decorators.js';
import { IS_DUE } from './deadlines.js';

/** Null while something is due. */
const FIRED_UNTIL = `SELECT IF(${IS_DUE}, NULL, fired_until) AS fired_until FROM site WHERE code = ?`;

type Reading = Out<(typeof clockContracts)[string]>;

export function siteClockControllers(service: string): Type[] {
  const contract = clockContracts[service];
  if (!contract) return [];

  @Controller()
  class SiteClock {
    @Handles(contract!)
    async read(_input: object, { manager, site }: Caller): Promise<Reading> {
      const rows = (await manager.query(FIRED_UNTIL, [site])) as { fired_until: Date | null }[];
      const now = await siteNow(manager, site);
      return { now: now.toISOString(), firedUntil: rows[0]?.fired_until?.toISOString() ?? null };
    }
  }
  return [SiteClock];
}
