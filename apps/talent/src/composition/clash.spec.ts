import { describe, expect, test } from 'vitest';
import { canonicalJson } from '@xuncha/domain-kit';
import type { Clash } from './clash.js';
import { compose } from './compose.js';
import type { Candidate, Needs, TeamNeed } from './composition.js';
import {
  organization,
  person,
  randomFrom,
  randomNeeds,
  randomPool,
  team,
  waysToPlace,
} from './composition.fixture.js';
import { conditionsOf } from './condition.js';
import { price } from './price.js';
import { isOfRank, isRecused } from './trait.js';
import { clashInWords } from './words.js';

/** Of what is asked in these, up to five conditions contradict each other, within a team and between teams. */
const IMPOSSIBLE = [1, 2, 3, 4, 7, 8, 18, 21, 31, 49, 54, 66, 78, 115];

/** What every way to make teams breaks, for each way once; a way breaks the one or the other where one person would need two roles. */
function brokenInAllWays(needs: Needs, pool: readonly Candidate[]): Set<string>[] {
  const all = new Map<string, Set<string>>();
  for (const members of waysToPlace(pool, needs.teams.length)) {
    const isForbidden = needs.teams.some((need, index) =>
      members[index]!.some((one) => isRecused(one, need)),
    );
    if (isForbidden) continue;
    const staffed = needs.teams.map(({ designation }, index) => ({
      designation,
      members: members[index]!.map(({ inspectorId }) => ({ inspectorId, role: 'member' as const })),
    }));
    const broken = price(needs, pool, staffed).breaches.map((breach) => breach.broken);
    const without = broken.filter(({ kind }) => kind !== 'leader' && kind !== 'deputies').map(canonicalJson);
    for (const roles of rolesLacking(needs.teams, members)) {
      const set = [...without, ...roles].toSorted();
      all.set(set.join(), new Set(set));
    }
  }
  return [...all.values()];
}

/** Each team may lack nothing, its leader, its deputies, both, or whichever of them it chooses. */
function rolesLacking(teams: readonly TeamNeed[], members: readonly Candidate[][]): string[][] {
  return teams.reduce<string[][]>(
    (lacking, need, index) => {
      const conditions = conditionsOf({ teams: [need], noOneTwice: false });
      const leader = canonicalJson(conditions.find(({ kind }) => kind === 'leader'));
      const deputies = canonicalJson(conditions.find(({ kind }) => kind === 'deputies'));
      const canLead = members[index]!.filter((one) => isOfRank(one, need.leader.ranks));
      const canDeputise = members[index]!.filter((one) => isOfRank(one, need.deputies.ranks));
      const none = [
        ...(canLead.length < 1 ? [leader] : []),
        ...(canDeputise.length < need.deputies.least ? [deputies] : []),
      ];
      const together = new Set([...canLead, ...canDeputise]).size;
      const choices =
        none.length === 0 && together < 1 + need.deputies.least ? [[leader], [deputies]] : [none];
      return lacking.flatMap((before) => choices.map((choice) => [...before, ...choice]));
    },
    [[]],
  );
}

const contradict = (conditions: readonly string[], ways: readonly Set<string>[]): boolean =>
  ways.every((broken) => conditions.some((condition) => broken.has(condition)));

function sizeOfSmallest(all: readonly string[], ways: readonly Set<string>[]): number {
  const sets = (size: number, from: number): string[][] =>
    size === 0
      ? [[]]
      : all.slice(from).flatMap((one, at) => sets(size - 1, from + at + 1).map((rest) => [one, ...rest]));
  for (let size = 1; ; size++) if (sets(size, 0).some((set) => contradict(set, ways))) return size;
}

async function clashOf(...asked: Parameters<typeof compose>): Promise<Clash> {
  const composed = await compose(...asked);
  if (composed.outcome !== 'impossible') throw new Error(composed.outcome);
  return composed.clash;
}

describe('where no teams meet all conditions', () => {
  test.each(IMPOSSIBLE)(
    'the fewest that contradict each other are named, and every one of them is needed (seed %i)',
    async (seed) => {
      const random = randomFrom(seed);
      const needs = randomNeeds(random, 2, 2 + random.below(2));
      const pool = randomPool(random, 5, 2);
      const { reasons, smallest } = await clashOf(needs, pool);
      const named = reasons.flatMap(({ conditions }) => conditions.map(canonicalJson));
      const ways = brokenInAllWays(needs, pool);
      expect(contradict(named, ways)).toBe(true);
      for (const one of named)
        expect(
          contradict(
            named.filter((other) => other !== one),
            ways,
          ),
        ).toBe(false);
      expect(smallest).toBe(true);
      expect(named).toHaveLength(sizeOfSmallest(conditionsOf(needs).map(canonicalJson), ways));
    },
  );

  test('one line says what too many teams ask for, and how many people there are for it', async () => {
    const teams = ['第一组', '第二组', '第三组'].map((designation) =>
      team(designation, { leader: { ranks: ['division'] } }),
    );
    const pool = [person(1), person(2), person('leader', { rank: 'division' })];
    const { reasons, smallest } = await clashOf({ teams, noOneTwice: false }, pool);
    expect(smallest).toBe(true);
    expect(clashInWords({ reasons, smallest })).toEqual([
      '第一组、第三组各组长1名，须为县处级正职（共需2人，可派1人）',
    ]);
  });

  test('people who are recused are not counted among those who may be sent (rules.md 2)', async () => {
    const [one] = [team('第一组', { quotas: [{ of: { kind: 'woman' }, atLeast: 1 }] })];
    const pool = [person(1), person(2, { sex: 'female', recusedFrom: [organization('第一组')] })];
    const clash = await clashOf({ teams: [one!], noOneTwice: false }, pool);
    expect(clashInWords(clash)).toEqual(['第一组至少1名女性（共需1人，可派0人）']);
  });

  test('what keeps people away is named with how many it keeps away (load over the year, no one twice)', async () => {
    const size = { least: 2, most: 2 };
    const needs = {
      teams: [team('第一组', { size })],
      noOneTwice: true,
      load: { days: 60, daysAtMost: 180 },
    };
    const pool = [person(1, { inspected: [organization('第一组')] }), person(2, { daysThisYear: 150 })];
    expect(clashInWords(await clashOf({ ...needs, noOneTwice: false }, pool))).toEqual([
      '第一组不少于2人（共需2人，可派2人）',
      '本轮60天，每人全年在组不超过180天（因此不能派的有1人）',
    ]);
    expect(clashInWords(await clashOf({ ...needs, load: undefined }, pool))).toEqual([
      '第一组不少于2人（共需2人，可派2人）',
      '第一组不派已巡察过同一单位的人（因此不能派的有1人）',
    ]);
  });

  test('a contradiction that was found is told when the proof that it is the smallest is stopped', async () => {
    const quotas = [{ of: { kind: 'oldHand' }, atLeast: 3 } as const];
    const teams = Array.from({ length: 10 }, (_, index) =>
      team(`第${index}组`, { size: { least: 3, most: 4 }, quotas }),
    );
    const pool = Array.from({ length: 60 }, (_, name) => person(name, { participations: name < 20 ? 5 : 0 }));
    const needs = { teams, noOneTwice: false };
    let asked = 0;
    const { reasons } = await clashOf(needs, pool, { onProgress: () => asked++ });
    expect(reasons).toMatchObject([{ needed: 21, available: 20 }]);
    const stop = new AbortController();
    const onProgress = () => --asked === 0 && stop.abort();
    const stopped = await clashOf(needs, pool, { onProgress, signal: stop.signal });
    expect(stopped).toEqual({ reasons, smallest: false });
  });
});
