/** People and needs for the tests of composition, made from a seed, and every way there is to make teams of a few people. */
import type { Rank } from '@xuncha/contracts';
import { idFrom, type Id } from '@xuncha/domain-kit';
import { numbersFrom } from '@xuncha/testing/chance';
import type { Candidate, Needs, Quota, TeamNeed } from './composition.js';

export const organization = (name: string | number): Id => idFrom('organization', String(name));
export const inspector = (name: string | number): Id => idFrom('inspector', String(name));

export function person(name: string | number, about: Partial<Candidate> = {}): Candidate {
  return {
    inspectorId: inspector(name),
    force: 'fullTime',
    sex: 'male',
    age: 40,
    rank: 'section',
    specialities: [],
    participations: 1,
    daysThisYear: 0,
    recusedFrom: [],
    inspected: [],
    ...about,
  };
}

export function team(designation: string, about: Partial<TeamNeed> = {}): TeamNeed {
  return {
    designation,
    organizationIds: [organization(designation)],
    size: { least: 1, most: 1 },
    leader: { ranks: [] },
    deputies: { least: 0, most: 1, ranks: [] },
    quotas: [],
    ...about,
  };
}

/** The same for the same seed, everywhere. */
export function randomFrom(seed: number) {
  const next = numbersFrom(seed);
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    chance: (share: number) => next() < share,
    one: <T>(choices: readonly T[]): T => choices[below(choices.length)]!,
    shuffled: <T>(things: readonly T[]): T[] =>
      things
        .map((thing) => ({ thing, place: next() }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ thing }) => thing),
  };
}
type Chance = ReturnType<typeof randomFrom>;

const ranks: readonly Rank[] = ['staff', 'section', 'division'];
const quotas: readonly Quota[] = [
  { of: { kind: 'speciality', speciality: 'finance' }, atLeast: 1 },
  { of: { kind: 'speciality', speciality: 'law' }, atLeast: 1 },
  { of: { kind: 'woman' }, atLeast: 1 },
  { of: { kind: 'ages', to: 40 }, atLeast: 1 },
  { of: { kind: 'ranks', ranks: ['section', 'division'] }, atLeast: 2 },
  { of: { kind: 'newcomer' }, atMost: 1 },
  { of: { kind: 'oldHand' }, atLeast: 1 },
  { of: { kind: 'force', force: 'borrowed' }, atMost: 1 },
  { of: { kind: 'force', force: 'fullTime' }, percentAtLeast: 50 },
];

/** Recused from and sent before to organizations numbered from 0. */
export function randomPool(random: Chance, people: number, organizations: number): Candidate[] {
  return Array.from({ length: people }, (_, name) =>
    person(name, {
      force: random.one(['fullTime', 'standing', 'borrowed']),
      sex: random.one(['female', 'male', 'male']),
      age: 25 + random.below(35),
      rank: random.one(ranks),
      specialities: [random.one(['finance', 'law', 'audit', 'engineering'])],
      participations: random.below(6),
      daysThisYear: 30 * random.below(8),
      recusedFrom: random.chance(0.3) ? [organization(random.below(organizations))] : [],
      inspected: random.chance(0.3) ? [organization(random.below(organizations))] : [],
    }),
  );
}

/** Each team goes to one organization. */
export function randomNeeds(random: Chance, teams: number, most: number): Needs {
  return {
    teams: Array.from({ length: teams }, (_, index) =>
      team(`第${index + 1}组`, {
        organizationIds: [organization(index)],
        size: { least: most - random.below(2), most },
        leader: { ranks: random.one([[], ['division'], ['section', 'division']]) },
        deputies: { least: random.below(2), most: 2, ranks: random.one([[], ['section']]) },
        quotas: quotas.filter(() => random.chance(0.25)),
      }),
    ),
    noOneTwice: random.chance(0.5),
    ...(random.chance(0.5) && { load: { days: 60, daysAtMost: 210 } }),
  };
}

/** Every way to put each of the people in one of the teams or in none: the members, team by team. */
export function* waysToPlace(pool: readonly Candidate[], teams: number): Generator<Candidate[][]> {
  const ways = (teams + 1) ** pool.length;
  for (let way = 0; way < ways; way++) {
    const members: Candidate[][] = Array.from({ length: teams }, () => []);
    let rest = way;
    for (const one of pool) {
      members[rest % (teams + 1)]?.push(one);
      rest = Math.floor(rest / (teams + 1));
    }
    yield members;
  }
}
