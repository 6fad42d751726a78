import { describe, expect, test } from 'vitest';
import { compose } from './compose.js';
import type { Candidate, Composition, Needs } from './composition.js';
import {
  inspector,
  organization,
  person,
  randomFrom,
  randomNeeds,
  randomPool,
  team,
  waysToPlace,
} from './composition.fixture.js';
import { price } from './price.js';
import { withRoles } from './roles.js';

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed + 1);

function small(seed: number): { needs: Needs; pool: Candidate[] } {
  const random = randomFrom(seed);
  return { needs: randomNeeds(random, 2, 2 + random.below(2)), pool: randomPool(random, 6, 2) };
}

/** The fewest points of all teams there are that break nothing. */
function cheapest({ teams, ...needs }: Needs, pool: readonly Candidate[]): number {
  let least = Infinity;
  for (const members of waysToPlace(pool, teams.length)) {
    const staffed = teams.map((need, index) => ({
      designation: need.designation,
      members: withRoles(members[index]!, need),
    }));
    const { points, breaches } = price({ teams, ...needs }, pool, staffed);
    if (breaches.length === 0) least = Math.min(least, points);
  }
  return least;
}

const membersOf = (composed: Composition, designation: string) =>
  'teams' in composed
    ? composed.teams?.find((one) => one.designation === designation)?.members.map((one) => one.inspectorId)
    : undefined;

describe('teams composed for a round', () => {
  test.each(SEEDS)('cost as little as the best of all teams there are (HZP-5, seed %i)', async (seed) => {
    const { needs, pool } = small(seed);
    const composed = await compose(needs, pool);
    const least = cheapest(needs, pool);
    if (least === Infinity) expect(composed.outcome).toBe('impossible');
    else expect(composed).toMatchObject({ outcome: 'proven', points: least, bound: least, gap: 0 });
  });

  test('cost what their price says, and break no condition (WH17-1)', async () => {
    const random = randomFrom(7);
    const needs = randomNeeds(random, 5, 6);
    const pool = randomPool(random, 120, 5);
    const composed = await compose(needs, pool);
    if (composed.outcome !== 'proven') throw new Error(composed.outcome);
    expect(price(needs, pool, composed.teams)).toMatchObject({ points: composed.points, breaches: [] });
  });

  test('have nobody who is recused from one of their organizations, however cheap (rules.md 2, HZ16-6)', async () => {
    const home = organization('home');
    const here = person('here', { recusedFrom: [home] });
    const dear = person('dear', { force: 'borrowed', daysThisYear: 300 });
    const needs = {
      teams: [team('第一组', { organizationIds: [organization('away'), home] })],
      noOneTwice: false,
    };
    expect(membersOf(await compose(needs, [here, dear]), '第一组')).toEqual([inspector('dear')]);
    expect(await compose(needs, [here])).toMatchObject({ outcome: 'impossible' });
  });

  test('have nobody twice: a person is in one team at a time', async () => {
    const needs = { teams: [team('第一组'), team('第二组')], noOneTwice: false };
    const composed = await compose(needs, [person(1), person(2, { daysThisYear: 200 })]);
    expect(composed).toMatchObject({ outcome: 'proven', points: 6 + 4 });
    const placed = [membersOf(composed, '第一组'), membersOf(composed, '第二组')].flat();
    expect(new Set(placed)).toEqual(new Set([inspector(1), inspector(2)]));
  });

  test('send no one to the same place twice, where the office says so', async () => {
    const needs = { teams: [team('第一组')], noOneTwice: true };
    const pool = [
      person('was there', { inspected: [organization('第一组')] }),
      person('was not', { force: 'borrowed' }),
    ];
    expect(membersOf(await compose(needs, pool), '第一组')).toEqual([inspector('was not')]);
    const repeated = await compose({ ...needs, noOneTwice: false }, pool);
    expect(membersOf(repeated, '第一组')).toEqual([inspector('was there')]);
  });

  test('are led from the ranks given, with deputies from theirs (WH17-1)', async () => {
    const needs = {
      teams: [
        team('第一组', {
          size: { least: 3, most: 3 },
          leader: { ranks: ['division'] },
          deputies: { least: 1, most: 2, ranks: ['division', 'section'] },
        }),
      ],
      noOneTwice: false,
    };
    const pool = (['staff', 'section', 'division'] as const).map((rank) => person(rank, { rank }));
    const members = [
      { inspectorId: inspector('division'), role: 'leader' },
      { inspectorId: inspector('section'), role: 'deputy' },
      { inspectorId: inspector('staff'), role: 'member' },
    ];
    expect(await compose(needs, pool)).toMatchObject({ teams: [{ designation: '第一组', members }] });
  });

  test('share out old hands and empty seats rather than give them to one team', async () => {
    const size = { least: 1, most: 3 };
    const needs = { teams: [team('第一组', { size }), team('第二组', { size })], noOneTwice: false };
    const oldHands = [inspector(1), inspector(2)];
    const pool = [1, 2, 3, 4].map((name) => person(name, { participations: name <= 2 ? 9 : 0 }));
    const composed = await compose(needs, pool);
    for (const designation of ['第一组', '第二组']) {
      const members = membersOf(composed, designation)!;
      expect(members).toHaveLength(2);
      expect(members.filter((id) => oldHands.includes(id))).toHaveLength(1);
    }
  });

  test('are the same whenever the same is asked, in whatever order it is written', async () => {
    const random = randomFrom(11);
    const needs = randomNeeds(random, 4, 5);
    const pool = randomPool(random, 80, 4);
    const first = await compose(needs, pool);
    expect(first.outcome).toBe('proven');
    const teams = random
      .shuffled(needs.teams)
      .map((need) => ({ ...need, quotas: random.shuffled(need.quotas) }));
    const again = await compose({ ...needs, teams }, random.shuffled(pool));
    for (const { designation } of teams)
      expect(membersOf(again, designation)).toEqual(membersOf(first, designation));
  });
});

describe('a search that is stopped', () => {
  const random = randomFrom(3);
  const needs = randomNeeds(random, 12, 8);
  const pool = randomPool(random, 400, 12);

  test('gives the best teams found, and says how far they may be from the best there are', async () => {
    const stop = new AbortController();
    const composed = await compose(needs, pool, {
      signal: stop.signal,
      onProgress: ({ points }) => points !== undefined && stop.abort(),
    });
    if (composed.outcome !== 'stopped' || !composed.teams) throw new Error(composed.outcome);
    const { points = 0, bound = Infinity, gap } = composed;
    expect(price(needs, pool, composed.teams)).toMatchObject({ points, breaches: [] });
    expect(bound).toBeLessThanOrEqual(points);
    expect(gap).toBe((points - bound) / points);
  });

  test('has nothing to give before it found anything', async () => {
    expect(await compose(needs, pool, { signal: AbortSignal.abort() })).toEqual({ outcome: 'stopped' });
  });
});
