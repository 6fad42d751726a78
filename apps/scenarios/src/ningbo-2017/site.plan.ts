/** The plan of one site's year, put together. */
import { parseDate, type BusinessDate } from '@xuncha/domain-kit';
import type { Chance } from '../chance.js';
import { inspectionTracks, type LocalCustom, type Yield } from '../year/inspections.js';
import { shift } from '../year/calendar.js';
import type { Outing } from '../year/outing.js';
import { makeDesk, partiesOf } from '../year/people.js';
import type { Key, Organization, Person } from '../year/plan.types.js';
import { beginningTracks, hearingsTrack, roundTracks, type Beginning } from '../year/round.track.js';
import { TrackBook, type Desk } from '../year/scene.js';
import type { Plan, Track } from '../year/steps.js';
import { ningbo2017 } from './figures.js';

const [from, until] = ningbo2017.period.map(parseDate) as [BusinessDate, BusinessDate];
const first = parseDate('2017-01-03');

interface Site {
  readonly organizations: readonly Organization[];
  readonly outings: readonly Outing[];
  readonly inspectors: readonly Person[];
  readonly found: Yield;
  readonly custom: LocalCustom;
  readonly linkage: Linkage;
}

/** The city of a county's site, or the counties of the city's. */
export type Linkage = { readonly city: Key } | { readonly counties: readonly Key[] };

export function sitePlan(site: Site, chance: Chance): Plan {
  const { organizations, outings, inspectors, found, custom, linkage } = site;
  const { desk, people } = makeDesk();
  const sessions = outings.map(({ hearing, campaign, round }) => ({
    key: hearing,
    body: 'fivePersonGroup' as const,
    heard: [round.key],
    on: campaign.heardOn,
  }));
  const beginning: Beginning = {
    people: inspectors,
    on: first,
    term: ['2017-01-01', '2021-12-31'],
    level: 'city' in linkage ? 'county' : 'city',
  };
  return {
    siteName: organizations[0]!.name,
    from,
    until,
    organizations,
    people: [...people, ...inspectors, ...partiesOf(outings)],
    tracks: [
      ...beginningTracks(desk, beginning),
      agreementTrack(desk, linkage),
      hearingsTrack(desk, sessions),
      ...outings.flatMap((outing) => roundTracks(outing, desk)),
      ...inspectionTracks(outings, found, desk, custom, chance),
    ],
    finale: 'city' in linkage ? statisticsTrack(desk) : undefined,
  };
}

/** A county proposes to be one of the city's; the city agrees the day after. */
function agreementTrack({ leadingGroup }: Desk, linkage: Linkage): Track {
  const book = new TrackBook('agreements');
  if ('city' in linkage)
    book.add(first, 'leadingGroup', leadingGroup, { act: 'proposePeer', city: linkage.city });
  else
    for (const county of linkage.counties)
      book.add(shift(first, 1), 'leadingGroup', leadingGroup, { act: 'acceptPeer', county });
  return book.done();
}

/** The county's figures of the year, as they stand when everything has had its effect. */
function statisticsTrack({ office }: Desk): Track {
  const book = new TrackBook('statistics');
  book.add(until, 'office', office[0]!, { act: 'sendStatistics', from, to: until });
  return book.done();
}
