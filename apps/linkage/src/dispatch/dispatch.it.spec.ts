import { afterAll, beforeAll, expect, test } from 'vitest';
import { clueMovedUp, clueTaken, leavePeer, listDispatches, readDispatch } from '@xuncha/contracts';
import { newId, parseDate, type Id } from '@xuncha/domain-kit';
import { eventually, startServices, type Publisher, type ServicesUnderTest } from '@xuncha/testing';
import { linkage } from '../main.js';
import { join, onlyPeer, openSite, type Staff } from '../neighbours.fixture.js';

let system: ServicesUnderTest;
let clues: Publisher;
beforeAll(async () => {
  system = await startServices([linkage]);
  await system.publisher('identity');
  clues = await system.publisher('clues');
});
afterAll(() => system?.stop());

const on = parseDate('2017-05-02');
async function moveUp({ site }: Staff, clueId: Id = newId()): Promise<Id> {
  await clues.publish({ site, id: clueId }, clueMovedUp({ clueId, authority: 'city', on }));
  return clueId;
}
async function take(city: Staff, county: Staff, clueId: Id): Promise<void> {
  const id = newId();
  const movedFrom = { site: county.site, clueId };
  await clues.publish({ site: city.site, id }, clueTaken({ clueId: id, movedFrom }));
}
/** Oldest first. */
const dispatches = async ({ office }: Staff) => {
  const { items } = await system.ask(listDispatches, {}, office);
  return items.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
};
const states = async (staff: Staff) => (await dispatches(staff)).map(({ state }) => state);
const become = (staff: Staff, ...wanted: string[]) =>
  eventually(async () => JSON.stringify(await states(staff)) === JSON.stringify(wanted));

test('a clue on a city-managed official goes from the county to its city, and only its number stays (rules.md 7)', async () => {
  const [county, city] = [await openSite(system), await openSite(system)];
  await join(system, county, city);
  const clueId = await moveUp(county);
  await become(city, 'arrived');
  const [arrived] = await dispatches(city);
  expect(arrived).toMatchObject({
    kind: 'clue',
    direction: 'in',
    peerSite: county.site,
    number: 1,
    reference: clueId,
  });
  expect(await states(county)).toEqual(['sent']);
  await take(city, county, clueId);
  await become(county, 'received');
});

test('a clue that has no city to go to waits in sight, and goes when a city is joined; nothing is lost (rules.md 9)', async () => {
  const [county, city] = [await openSite(system), await openSite(system)];
  const first = await moveUp(county);
  const second = await moveUp(county);
  await become(county, 'waiting', 'waiting');
  await join(system, county, city);
  await become(city, 'arrived', 'arrived');
  const arrived = await dispatches(city);
  expect(arrived.map(({ number }) => number)).toEqual([1, 2]);
  expect(new Set(arrived.map(({ reference }) => reference))).toEqual(new Set([first, second]));
});

test('after the city has left a clue waits, and goes to the next city', async () => {
  const [county, city, next] = [await openSite(system), await openSite(system), await openSite(system)];
  await join(system, county, city);
  const { id: peerId, version: seen } = (await onlyPeer(system, city))!;
  await system.ask(leavePeer, { peerId, seen }, city.leadingGroup);
  await eventually(async () => (await onlyPeer(system, county))?.state === 'left');
  const clueId = await moveUp(county);
  await become(county, 'waiting');
  await join(system, county, next);
  await become(next, 'arrived');
  expect(await dispatches(city)).toEqual([]);
  expect((await dispatches(next))[0]).toMatchObject({ reference: clueId, number: 1 });
});

test('what crosses the leaving of the city on its way is turned away once and stays with the county', async () => {
  const [county, city] = [await openSite(system), await openSite(system)];
  await join(system, county, city);
  // As if the city had left and the county had not heard of it yet.
  await system.look('linkage', "UPDATE peer SET state = 'left', bound_to = NULL WHERE site = ?", [city.site]);
  await moveUp(county);
  await become(city, 'turnedAway');
  await become(county, 'refused');
  expect(await states(city)).toEqual(['turnedAway']);
});

test('numbers between two sites have no gaps, however many clues move up at once', async () => {
  const [county, city] = [await openSite(system), await openSite(system)];
  await join(system, county, city);
  const many = Array.from({ length: 20 }, () => newId());
  await Promise.all(many.map((id) => moveUp(county, id)));
  await eventually(async () => (await dispatches(city)).length === many.length);
  const numbers = (await dispatches(city)).map(({ number }) => number);
  expect(numbers).toEqual(many.map((_, index) => index + 1));
});

test('of what one county sends, another county of the same city sees nothing (ALL-2)', async () => {
  const [county, sister, city] = [await openSite(system), await openSite(system), await openSite(system)];
  await join(system, county, city);
  await join(system, sister, city);
  await moveUp(county);
  await become(city, 'arrived');
  expect(await dispatches(sister)).toEqual([]);
  const [sent] = await dispatches(county);
  const refusal = await system.refusal(readDispatch, { dispatchId: sent!.id }, sister.office);
  expect(refusal.code).toBe('record.unknown');
});
