import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  allContracts,
  cluePackage,
  dispatchArrived,
  dispatchReceived,
  dispatchSent,
  listClues,
  mergeClue,
  moveClueUp,
  readClueContent,
  screenClue,
} from '@xuncha/contracts';
import { idToBytes, newId, type Id } from '@xuncha/domain-kit';
import { eventually, startServices, type Publisher, type ServicesUnderTest } from '@xuncha/testing';
import { Desk, Neighbours, person } from '../desk.fixture.js';
import { clues } from '../main.js';

const purpose = '办理';
const official = { ...person('演示辛001', 'D-9'), authority: 'city' as const };
let system: ServicesUnderTest;
let linkage: Publisher;
let [county, city]: Desk[] = [];

beforeAll(async () => {
  system = await startServices([clues]);
  const neighbours = await Neighbours.start(system);
  linkage = await system.publisher('linkage');
  county = await Desk.open(system, neighbours);
  city = await Desk.open(system, neighbours);
});
afterAll(() => system?.stop());

/** On a city-managed official, and moved up. */
async function movedUp(): Promise<Id> {
  const { clueCustodian } = county!.people;
  const clueId = await county!.raise({ content: { matter: '违规干预招标', persons: [official] } });
  const merged = await county!.raise({ content: { matter: '收受礼金', persons: [official] } });
  for (const id of [clueId, merged]) {
    const { version: seen } = await county!.clue(id);
    const screening = { clueId: id, seen, nature: 'breach' as const, persons: [official] };
    await system.ask(screenClue, screening, clueCustodian);
  }
  const { version } = await county!.clue(merged);
  await system.ask(mergeClue, { clueId: merged, seen: version, intoId: clueId }, clueCustodian);
  const { version: seen } = await county!.clue(clueId);
  await system.ask(moveClueUp, { clueId, seen }, clueCustodian);
  return clueId;
}

test('a clue on a city-managed official goes to the city with all it says; the county keeps its number (rules.md 7)', async () => {
  const [sentId, dispatchId] = [newId(), newId()];
  const clueId = await movedUp();
  const way = { kind: 'clue' as const, reference: clueId, number: 1, on: county!.on };
  const sent = dispatchSent({ ...way, dispatchId: sentId, toSite: city!.site });
  await linkage.publish({ site: county!.site, id: sentId }, sent);
  const arrived = dispatchArrived({ ...way, dispatchId, fromSite: county!.site, sentId });
  await linkage.publish({ site: city!.site, id: dispatchId }, arrived);

  const custodian = city!.people.clueCustodian;
  const above = await eventually(async () => {
    const { items } = await system.ask(listClues, {}, custodian);
    return items.find(({ takenOn }) => takenOn !== null);
  });
  expect(above).toMatchObject({
    state: 'raised',
    movedFrom: { site: county!.site, clueId },
    nature: 'breach',
    persons: 1,
  });
  expect(above.number).toMatch(/^试巡上线〔\d{4}〕1号$/);
  expect(above.number).not.toBe((await county!.clue(clueId)).number);
  const { contents } = await system.ask(readClueContent, { clueId: above.id, purpose }, custodian);
  expect(contents.map(({ matter }) => matter)).toEqual(['违规干预招标', '收受礼金']);

  const received = dispatchReceived({ ...way, dispatchId: sentId });
  await linkage.publish({ site: county!.site, id: sentId }, received);
  const left = () =>
    system.look<{ content: Buffer | null }>(
      'clues',
      'SELECT content FROM clue WHERE id = ? OR merged_into_id = ?',
      [idToBytes(clueId), idToBytes(clueId)],
    );
  await eventually(async () => (await left()).every(({ content }) => content === null));
  expect(await county!.clue(clueId)).toMatchObject({ state: 'movedUp', movedTo: city!.site, persons: 0 });
});

test('what moved up is not read below any more, and is handed to the site alone that it was sent to', async () => {
  const clueId = await movedUp();
  const { clueCustodian } = county!.people;
  const reading = await system.refusal(readClueContent, { clueId, purpose }, clueCustodian);
  expect(reading.code).toBe('clue.moved-up');
  const asked = { site: county!.site, clueId, toSite: city!.site };
  expect((await system.refusal(cluePackage, asked, null)).code).toBe('clue.not-sent-there');
});

test('a package has no address at the gateway', () => {
  const routed = allContracts().filter((contract) => 'route' in contract && contract.route);
  expect(routed.map(({ name }) => name)).not.toContain(cluePackage.name);
});

test('a county sees no clue of the city, and the city none that was not sent to it', async () => {
  const clueId = await county!.raise();
  const there = await city!.raise();
  expect((await system.refusal(readClueContent, { clueId, purpose }, city!.people.clueCustodian)).code).toBe(
    'record.unknown',
  );
  const other = county!.people.clueCustodian;
  expect((await system.refusal(readClueContent, { clueId: there, purpose }, other)).code).toBe(
    'record.unknown',
  );
});
