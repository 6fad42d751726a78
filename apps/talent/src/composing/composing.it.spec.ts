import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  listTeams,
  priceTeams,
  proposeComposition,
  readComposition,
  startComposition,
  type CompositionNeeds,
} from '@xuncha/contracts';
import { newId, type Id } from '@xuncha/domain-kit';
import { eventually, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { talent } from '../main.js';
import { designation, Ground, on } from '../team/ground.fixture.js';

let system: ServicesUnderTest;
let ground: Ground;
const second = '市委第二巡察组';
const plain = { least: 5, most: 6 };
const team = (name: string): CompositionNeeds['teams'][number] => ({
  designation: name,
  size: plain,
  leader: { ranks: [] },
  deputies: { least: 1, most: 1, ranks: [] },
  quotas: [],
});

beforeAll(async () => {
  system = await startServices([talent]);
  ground = await Ground.make(system);
});
afterAll(() => system?.stop());

/** A round with a village for each of two teams; somebody of the first village is in the pool. */
async function twoTeams() {
  const [roundId, mine, other] = [
    await ground.round(),
    await ground.organization(),
    await ground.organization(),
  ];
  await ground.planned(await ground.assignment(roundId, [mine]));
  await ground.planned(await ground.assignment(roundId, [other], second));
  await ground.heard(roundId);
  const villager = await ground.inspector({ unit: undefined, organizationId: mine, force: 'fullTime' });
  for (let count = 0; count < 12; count++) await ground.inspector();
  return { roundId, villager };
}

async function start(roundId: Id, needs: CompositionNeeds) {
  const { id } = await system.ask(startComposition, { roundId, needs, on }, ground.office);
  return id;
}
const read = (compositionId: Id) => system.ask(readComposition, { compositionId }, ground.office);
const over = (compositionId: Id) =>
  eventually(async () => {
    const view = await read(compositionId);
    return !['running', 'stopping'].includes(view.state) && view;
  });

test('the best teams are found, priced as changed by hand, and proposed all together (HZP-5, rules.md 2)', async () => {
  const { roundId, villager } = await twoTeams();
  const needs = { teams: [team(designation), team(second)], noOneTwice: true };
  const compositionId = await start(roundId, needs);
  const found = await over(compositionId);
  expect(found).toMatchObject({
    state: 'done',
    outcome: 'proven',
    clash: null,
    progress: null,
    startedOn: on,
  });
  const teamOf = (name: string) => found.teams.find((one) => one.designation === name)!;
  const [home, away] = [teamOf(designation), teamOf(second)] as const;
  expect([home, away].map(({ members }) => members.length)).toEqual([6, 6]);
  expect(home.members.map(({ inspectorId }) => inspectorId)).not.toContain(villager);
  expect(away.members.map(({ inspectorId }) => inspectorId)).toContain(villager);

  const asFound = await system.ask(priceTeams, { compositionId, teams: found.teams }, ground.office);
  expect(asFound).toMatchObject({ points: found.cost!.points, dearer: 0, breaches: [] });
  const swapped = home.members.with(-1, { inspectorId: villager, role: 'member' });
  const changed = { compositionId, teams: [{ designation, members: swapped }, away] };
  const { breaches } = await system.ask(priceTeams, changed, ground.office);
  expect(breaches.flatMap(({ inspectorIds }) => inspectorIds)).toContain(villager);

  const { version } = await read(compositionId);
  await system.ask(proposeComposition, { compositionId, seen: version, on }, ground.office);
  const { items } = await system.ask(listTeams, { roundId }, ground.office);
  expect(items.map(({ state, members }) => [state, members.length])).toEqual([
    ['proposed', 6],
    ['proposed', 6],
  ]);
  const again = await system.refusal(
    proposeComposition,
    { compositionId, seen: version + 1, on },
    ground.office,
  );
  expect(again.code).toBe('flow.refused');
});

test('where there are no teams, the conditions that conflict are named in words', async () => {
  const { roundId } = await twoTeams();
  const asksTooMuch = { ...team(designation), quotas: [{ of: { kind: 'woman' as const }, atMost: 0 }] };
  const found = await over(await start(roundId, { teams: [asksTooMuch], noOneTwice: false }));
  expect(found).toMatchObject({ state: 'done', outcome: 'impossible', teams: [], cost: null });
  expect(found.clash!.conditions.join('\n')).toContain('女性');
  const nothing = { compositionId: found.id, seen: found.version, on };
  expect((await system.refusal(proposeComposition, nothing, ground.office)).code).toBe(
    'composition.nothing-found',
  );
});

test('needs that contradict themselves, and unknown rounds, are refused before anything is searched for', async () => {
  const roundId = await ground.round();
  await ground.heard(roundId);
  const reversed = { teams: [{ ...team(designation), size: { least: 6, most: 5 } }], noOneTwice: false };
  const refused = await system.refusal(startComposition, { roundId, needs: reversed, on }, ground.office);
  expect(refused.code).toBe('composition.size-reversed');
  const needs = { teams: [team(designation)], noOneTwice: false };
  const unknown = await system.refusal(startComposition, { roundId: newId(), needs, on }, ground.office);
  expect(unknown.code).toBe('team.round-unknown');
  const member = await system.person('member');
  const denied = await system.refusal(startComposition, { roundId, needs, on }, member);
  expect(denied.code).toBe('access.denied');
});

test('a search that starts before talent has heard of a place in the register waits for it (rules.md 2)', async () => {
  const [roundId, place] = [await ground.round(), newId()];
  await ground.planned(await ground.assignment(roundId, [place]));
  await ground.heard(roundId);
  for (let count = 0; count < 6; count++) await ground.inspector();
  const compositionId = await start(roundId, { teams: [team(designation)], noOneTwice: false });
  await eventually(async () => (await read(compositionId)).progress !== null);
  await ground.organization('village', null, place);
  expect(await over(compositionId)).toMatchObject({ state: 'done', outcome: 'proven' });
});
