/** The city committee's own year: five teams at the city's units, in two rounds. */
import { parseDate } from '@xuncha/domain-kit';
import { chunks, split, type Chance } from '../chance.js';
import { daysIn } from '../year/calendar.js';
import { draftsOf, type Hand } from '../year/draft.js';
import { laidOut, makeAssignment, makeOuting, makeRound, type Outing } from '../year/outing.js';
import type { Key, Organization } from '../year/plan.types.js';
import { divisionsOf, inventedUnits, organUnits, withHeads } from '../year/register.js';
import type { Plan } from '../year/steps.js';
import { makeInspectors, standingTeam } from './corps.js';
import { deal } from './county.plan.js';
import { sitePlan } from './site.plan.js';

export interface CityQuota {
  readonly teams: number;
  readonly findings: number;
  readonly fullTime: number;
  readonly trainedByCity: number;
  readonly trainedOutside: number;
  /** What the rehearsal calls the counties' sites. */
  readonly counties: readonly Key[];
}

const city = '3302';
const { day } = daysIn(2017);
const rounds = [
  { key: 'spring', title: '2017年市委第一轮巡察', draftedOn: day('02-13') },
  { key: 'autumn', title: '2017年市委第二轮巡察', draftedOn: day('07-10') },
] as const;
/** So many each team takes in a round. */
const unitsPerTeam = 2;

export function makeCityPlan(quota: CityQuota, chance: Chance): Plan {
  const organizations = makeRegister();
  const units = chance.fork('who').shuffled(organizations.filter(({ key }) => key.startsWith('M')));
  const outings = chunks(units, quota.teams * unitsPerTeam)
    .slice(0, rounds.length)
    .map((some, index) => outing(rounds[index]!, some, quota.teams));
  const inspectors = makeInspectors({ of: 'county', homes: [], ...quota });
  const hands = outings.flatMap(({ visits }) => visits.map((visit): Hand => ({ visit, slots: [] })));
  const draw = chance.fork('findings');
  deal(hands, quota.findings, draw);
  return sitePlan(
    {
      organizations,
      outings,
      inspectors,
      found: { drafts: draftsOf(hands, draw), gains: new Map(), clues: [] },
      custom: {
        activities: (_, by) => [{ kind: 'interview', count: by.between(4, 9) }],
        petition: (_, by) => by.percent(8),
        mishaps: 1,
      },
      linkage: { counties: quota.counties },
    },
    chance,
  );
}

/** The counties themselves are there, their townships and villages are the counties' own business. */
function makeRegister(): Organization[] {
  const places = divisionsOf('divisions-3302.csv', city).filter(
    ({ kind }) => kind === 'city' || kind === 'county',
  );
  const units = inventedUnits(
    { kind: 'municipalUnit', letter: 'M', count: 40, name: '宁波市演示单位' },
    city,
  );
  return withHeads([...places, ...units, ...organUnits(city)], parseDate('2016-12-01'));
}

function outing(
  { key, title, draftedOn }: (typeof rounds)[number],
  units: readonly Organization[],
  teams: number,
): Outing {
  const campaign = {
    ...laidOut(draftedOn),
    title,
    kind: 'routine',
    ways: ['comprehensive'],
    ledBy: 'city',
  } as const;
  const round = makeRound(key, campaign);
  const counts = split(units.length, Array<number>(teams).fill(1));
  let from = 0;
  const assignments = counts.map((count, index) => {
    from += count;
    const organizations = units.slice(from - count, from);
    return makeAssignment(round, { batch: 0, organizations }, standingTeam(index, round), index);
  });
  return makeOuting({ campaignKey: key, campaign, round, assignments, hearing: `hearing-${key}` }, units);
}
