/** One committee's part of the system. That a site is a rehearsal is said when it is opened and never again (architecture.md, Time). */
import { clockAdvanced, decide, siteOpened, type Decision } from '@xuncha/contracts';
import { idFrom, refuseIf, refuseUnless, type Id } from '@xuncha/domain-kit';

export interface Site {
  readonly id: Id;
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string;
  readonly mode: 'live' | 'rehearsal';
  /** Of a rehearsal, which follows it; a live site follows the wall. */
  readonly clock: Date | null;
}

/** A code is given once, so the id follows from it. */
export const siteId = (code: string): Id => idFrom('identity.site', code);

export type Opening = Omit<Site, 'id'>;

export function open(opening: Opening): Decision<Site> {
  const { code, mode, abbreviation, clock } = opening;
  refuseIf(mode === 'live' && clock !== null, 'site.clock-of-live');
  refuseIf(mode === 'rehearsal' && clock === null, 'site.clock-needed');
  const fact = siteOpened({ code, mode, abbreviation, clock: clock?.toISOString() ?? null });
  return decide({ ...opening, id: siteId(code) }, fact);
}

export function advanceClock(site: Site, to: Date): Decision<Site> {
  refuseUnless(site.clock, 'site.not-rehearsal');
  refuseIf(to <= site.clock, 'site.clock-back', { clock: site.clock.toISOString() });
  return decide({ ...site, clock: to }, clockAdvanced({ code: site.code, clock: to.toISOString() }));
}
