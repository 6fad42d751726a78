/** The year of one county: its rounds, teams, people and what they found, from the shares that its figures give it. */
import { parseDate } from '@xuncha/domain-kit';
import { Chance, split } from '../chance.js';
import { OpenClue, nameSomebody, Suspects, type ClueDraft, type ClueEnd } from '../year/clue.draft.js';
import { draftsOf, isWithdrawn, slots, type Draft, type Hand } from '../year/draft.js';
import { gainful, GainBook, type Gains } from '../year/gain.js';
import type { LocalCustom, Yield } from '../year/inspections.js';
import {
  groupsOf,
  laidOut,
  makeAssignment,
  makeOuting,
  makeRound,
  type Activities,
  type Campaign,
  type Outing,
} from '../year/outing.js';
import type { Key, Organization, OrganizationKind, Team } from '../year/plan.types.js';
import { divisionsOf, inventedUnits, isOrgan, organUnits, withHeads } from '../year/register.js';
import type { Plan } from '../year/steps.js';
import { leastLoaded } from '../year/turns.js';
import { violation } from '../year/taxonomies.js';
import { makeInspectors, standingTeam } from './corps.js';
import { ninghai, ninghaiSpecial, yuyao, yuyaoSpecial, type County, type CountyRound } from './counties.js';
import { sitePlan } from './site.plan.js';

/** What of the published sums one county has to come to. */
export interface Quota {
  readonly organizations: number;
  /** Beside those of Yuyao's special inspection. */
  readonly findings: number;
  readonly cluesTransferred: number;
  readonly filed: number;
  readonly sanctioned: number;
  readonly judged: number;
  readonly fullTime: number;
  readonly trainedByCity: number;
  /** Has a clue about somebody whom the city manages (rules.md 7). */
  readonly movesUp: boolean;
  /** What the rehearsal calls the city's site. */
  readonly city: Key;
  /** Examples of the source at the scale. */
  readonly scaled: (figure: number) => number;
}

/** The year of one county's committee. */
export function makeCountyPlan(county: County, quota: Quota, chance: Chance): Plan {
  const organizations = makeRegister(county.division);
  const homes = organizations.filter(({ kind }) => kind === 'township').map(({ key }) => key);
  const outings = makeOutings(county, chosen(organizations, quota.organizations, chance.fork('who')), homes);
  const force = { of: 'county', teams: county.teams, trainedOutside: 0, homes, ...quota } as const;
  const found = find(county, outings, quota, chance.fork('findings'));
  return sitePlan(
    {
      organizations,
      outings,
      inspectors: makeInspectors(force),
      found,
      custom: customOf(county, outings, quota),
      linkage: { city: quota.city },
    },
    chance,
  );
}

function makeRegister(division: string): Organization[] {
  const units = [
    { kind: 'municipalUnit', letter: 'M', count: 30, name: '演示单位' },
    { kind: 'stateOwnedEnterprise', letter: 'E', count: 6, name: '演示国有企业' },
  ] as const;
  const invented = units.flatMap((unit) => inventedUnits(unit, division));
  const places = divisionsOf('divisions-3302.csv', division);
  return withHeads([...places, ...invented, ...organUnits(division)], parseDate('2016-12-01'));
}

const kinds: readonly (readonly [OrganizationKind, number])[] = [
  ['municipalUnit', 18],
  ['village', 8],
  ['township', 6],
  ['stateOwnedEnterprise', 2],
];

function chosen(register: readonly Organization[], count: number, chance: Chance): Organization[] {
  const counts = split(
    count,
    kinds.map(([, weight]) => weight),
  );
  return kinds.flatMap(([kind], index) =>
    chance
      .fork(kind)
      .shuffled(register.filter((row) => row.kind === kind && !isOrgan(row)))
      .slice(0, counts[index]),
  );
}

function makeOutings(
  { rounds, teams: count }: County,
  organizations: readonly Organization[],
  homes: readonly Key[],
): Outing[] {
  // However few organizations there are, the more telling rounds come first.
  const inOrder = [...rounds]
    .sort((a, b) => Number(b.kind === 'special') - Number(a.kind === 'special'))
    .slice(0, organizations.length);
  const counts = split(
    organizations.length - inOrder.length,
    inOrder.map(({ weight }) => weight),
  );
  let from = 0;
  return inOrder.map((round, index) => {
    const size = 1 + counts[index]!;
    from += size;
    return makeRoundOuting(round, organizations.slice(from - size, from), count, homes);
  });
}

function makeRoundOuting(
  told: CountyRound,
  organizations: readonly Organization[],
  teamCount: number,
  homes: readonly Key[],
): Outing {
  const { key, title, kind, theme } = told;
  const campaign: Campaign = { ...laidOut(told.draftedOn), title, kind, ways: ['comprehensive'], theme };
  const round = makeRound(key, campaign);
  const load = Array<number>(teamCount).fill(0);
  const teams = new Map<number, Team>();
  const numbers = load.map((_, team) => team);
  const assignments = groupsOf([organizations], () => 3).map((group, index) => {
    const chosenTeam = leastLoaded(numbers, load, (team) => homes[team] === group.township);
    load[chosenTeam]! += group.organizations.length;
    const team = teams.get(chosenTeam) ?? standingTeam(chosenTeam, round);
    teams.set(chosenTeam, team);
    return makeAssignment(round, group, team, index);
  });
  return makeOuting(
    { campaignKey: key, campaign, round, assignments, hearing: `hearing-${key}` },
    organizations,
  );
}

function find(county: County, outings: readonly Outing[], quota: Quota, chance: Chance): Yield {
  const hands = outings.map(({ campaignKey, visits }) => ({
    isYuyaos: county.division === yuyao && campaignKey === 'special',
    hands: visits.map((visit): Hand => ({ visit, slots: [] })),
  }));
  const counted = (isYuyaos: boolean) =>
    hands.filter((one) => one.isYuyaos === isYuyaos).flatMap((one) => one.hands);
  deal(counted(false), quota.findings, chance);
  if (county.division === yuyao) deal(counted(true), quota.scaled(yuyaoSpecial.findings), chance);
  const all = hands.flatMap((one) => one.hands);
  const drafts = draftsOf(all, chance);
  return {
    drafts,
    gains: makeGains(county, drafts, quota, chance.fork('gains')),
    clues: makeClues(county, drafts, quota, chance.fork('clues')),
  };
}

/** Two in three are solved. */
export function deal(hands: readonly Hand[], count: number, chance: Chance) {
  slots(count, 'solved').forEach((_, index) => {
    const hand = index < hands.length ? hands[index]! : chance.pick(hands);
    const marks = index % 2 === 0 ? [violation] : [];
    hand.slots.push({ marks, fate: index % 3 === 2 ? 'unsolved' : 'solved' });
  });
}

function makeGains(county: County, drafts: readonly Draft[], quota: Quota, chance: Chance): Gains {
  const gains = new GainBook(chance);
  const solved = gainful(drafts);
  if (solved.length === 0) return gains.byFinding;
  gains.systems(solved, Math.ceil(solved.length / 12));
  const special = solved.filter(({ visit }) => visit.round.kind === 'special');
  if (county.division === ninghai && special.length > 0)
    gains.accountable(special, { persons: quota.scaled(ninghaiSpecial.accountable), most: 3 });
  return gains.byFinding;
}

function makeClues(county: County, drafts: readonly Draft[], quota: Quota, chance: Chance): ClueDraft[] {
  const standing = drafts.filter((draft) => !isWithdrawn(draft) && !draft.immediate);
  const isNinghais = ({ visit }: Draft) => county.division === ninghai && visit.round.kind === 'special';
  const inSpecial = chance.shuffled(standing.filter(isNinghais));
  const others = chance.shuffled(standing.filter((draft) => !isNinghais(draft)));
  const four = inSpecial.slice(
    0,
    Math.min(quota.scaled(ninghaiSpecial.cluesTransferred), quota.cluesTransferred),
  );
  const findings = [...four, ...others].slice(0, quota.cluesTransferred);
  const suspects = new Suspects();
  const answered = Math.max(quota.filed, quota.sanctioned);
  const clues = findings.map((finding, index) => new OpenClue(finding, endOf(index, answered), chance));
  for (let index = 0; index < answered; index += 1) {
    const person = suspects.next();
    const clue = clues[index % clues.length]!;
    if (index < quota.filed) clue.came('filed', person);
    if (index < quota.sanctioned) clue.came('sanction', person);
    if (index < quota.judged) clue.came('judicial', person);
  }
  const above = others[findings.length - four.length];
  if (quota.movesUp && above) clues.push(new OpenClue(above, 'movedUp', chance));
  nameSomebody(clues, suspects);
  return clues;
}

function endOf(index: number, answered: number): ClueEnd {
  if (index < answered) return 'concluded';
  return index % 5 === 0 ? 'disposed' : 'received';
}

/** What Yuyao did in its special inspection is told kind by kind; elsewhere there are a few talks. */
function customOf(county: County, outings: readonly Outing[], quota: Quota): LocalCustom {
  const visits = outings
    .filter(({ round }) => county.division === yuyao && round.kind === 'special')
    .flatMap((outing) => outing.visits);
  const shares = yuyaoSpecial.activities.map(({ kind, count }) => ({
    kind,
    counts: split(
      quota.scaled(count),
      visits.map(() => 1),
    ),
  }));
  return {
    activities: (visit, chance): Activities[] => {
      const at = visits.findIndex(({ inspection }) => inspection === visit.inspection);
      if (at < 0) return [{ kind: 'interview', count: chance.between(2, 5) }];
      return shares.flatMap(({ kind, counts }) => (counts[at]! > 0 ? [{ kind, count: counts[at]! }] : []));
    },
    petition: (_, chance) => chance.percent(8),
    mishaps: 1,
  };
}
