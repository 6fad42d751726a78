import { afterAll, beforeAll, expect, test } from 'vitest';
import { readComposition, startComposition, stopComposition } from '@xuncha/contracts';
import { idToBytes, type Id } from '@xuncha/domain-kit';
import type { RunningService } from '@xuncha/service-kit';
import { eventually, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { talent } from '../main.js';
import { designation, Ground, on } from '../team/ground.fixture.js';
import { Composer } from './composer.js';
import { Searches } from './searches.js';

let system: ServicesUnderTest;
let ground: Ground;
let first: RunningService;
const needs = {
  teams: [
    {
      designation,
      size: { least: 5, most: 6 },
      leader: { ranks: [] },
      deputies: { least: 1, most: 1, ranks: [] },
      quotas: [],
    },
  ],
  noOneTwice: false,
};
const progress = { phase: 'searching' as const, elapsed: 40, points: 7 };

/** A replica that takes orders and searches for nothing. */
beforeAll(async () => {
  system = await startServices([]);
  const providers = talent.providers!.filter((provider) => provider !== Composer);
  first = await system.start({ ...talent, providers });
  await system.openSite({ code: system.site });
  ground = await Ground.make(system);
});
afterAll(() => system?.stop());

const history = async (compositionId: Id) =>
  (await system.history('talent', compositionId)).map((type) => type.replace('talent.composition.', ''));
async function begun() {
  const roundId = await ground.round();
  await ground.planned(await ground.assignment(roundId, [await ground.organization()]));
  await ground.heard(roundId);
  const { id } = await system.ask(startComposition, { roundId, needs, on }, ground.office);
  return id;
}

test('one replica searches; when it falls silent another takes over, and the first can say nothing more', async () => {
  for (let count = 0; count < 6; count++) await ground.inspector();
  const [one, other] = [new Searches(first.runtime), new Searches(first.runtime)];
  const compositionId = await begun();
  const searched = { site: system.site, id: compositionId };
  expect(await one.take()).toEqual(searched);
  expect(await other.take()).toBeNull();
  expect(await one.keep(searched, progress)).toBe(true);
  const shown = await system.ask(readComposition, { compositionId }, ground.office);
  expect(shown.progress).toEqual({ ...progress, bound: null });
  await first.runtime.db.query(
    'UPDATE composition_search SET held_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE composition_id = ?',
    [idToBytes(compositionId)],
  );
  expect(await other.take()).toEqual(searched);
  expect(await one.keep(searched, progress)).toBe(false);
  await one.leave(searched);
  expect(await one.take()).toBeNull();
  await other.leave(searched);

  const stopped = await begun();
  await system.ask(stopComposition, { compositionId: stopped, seen: 1, on }, ground.office);
  await system.start(talent);
  await eventually(async () => (await history(compositionId)).includes('finished'));
  await eventually(async () => (await history(stopped)).includes('finished'));
  expect(await history(compositionId)).toEqual(['started', 'finished']);
  expect(await history(stopped)).toEqual(['started', 'stopping', 'finished']);
  const [found, nothing] = [
    await system.ask(readComposition, { compositionId }, ground.office),
    await system.ask(readComposition, { compositionId: stopped }, ground.office),
  ];
  expect(found).toMatchObject({ state: 'done', outcome: 'proven', progress: null });
  expect(nothing).toMatchObject({ state: 'done', outcome: 'stopped', teams: [], cost: null });
});
