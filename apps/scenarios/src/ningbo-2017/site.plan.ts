/** The plan of one site's year, put together. */
import { parseDate } from '@xuncha/domain-kit';
import type { Chance } from '../chance.js';
import { inspectionTracks, type LocalCustom, type Yield } from '../year/inspections.js';
import type { Outing } from '../year/outing.js';
import { makeDesk, partiesOf } from '../year/people.js';
import type { Organization, Person } from '../year/plan.types.js';
import { beginningTracks, hearingsTrack, roundTrack } from '../year/round.track.js';
import type { Plan } from '../year/steps.js';
import { ningbo2017 } from './figures.js';

interface Site {
  readonly organizations: readonly Organization[];
  readonly outings: readonly Outing[];
  readonly inspectors: readonly Person[];
  readonly found: Yield;
  readonly custom: LocalCustom;
}

export function sitePlan({ organizations, outings, inspectors, found, custom }: Site, chance: Chance): Plan {
  const { desk, people } = makeDesk();
  const sessions = outings.map(({ hearing, campaign, round }) => ({
    key: hearing,
    body: 'fivePersonGroup' as const,
    heard: [round.key],
    on: campaign.heardOn,
  }));
  const beginning = {
    people: inspectors,
    on: parseDate('2017-01-03'),
    term: ['2017-01-01', '2021-12-31'] as const,
  };
  return {
    siteName: organizations[0]!.name,
    from: parseDate(ningbo2017.period[0]),
    until: parseDate(ningbo2017.period[1]),
    organizations,
    people: [...people, ...inspectors, ...partiesOf(outings)],
    tracks: [
      ...beginningTracks(desk, beginning),
      hearingsTrack(desk, sessions),
      ...outings.map((outing) => roundTrack(outing, desk)),
      ...inspectionTracks(outings, found, desk, custom, chance),
    ],
  };
}
