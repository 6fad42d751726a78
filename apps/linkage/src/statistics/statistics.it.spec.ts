import { afterAll, beforeAll, expect, test } from 'vitest';
import { listDispatches, listStatistics, readStatistics, sendStatistics } from '@xuncha/contracts';
import { newId, parseDate } from '@xuncha/domain-kit';
import { eventually, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { linkage } from '../main.js';
import { join, openSite, smallInsight, type Staff } from '../neighbours.fixture.js';

let system: ServicesUnderTest;
beforeAll(async () => {
  system = await startServices([linkage, smallInsight]);
  await system.publisher('identity');
});
afterAll(() => system?.stop());

const period = { from: parseDate('2017-01-01'), to: parseDate('2017-03-31') };
const send = (staff: Staff) => system.ask(sendStatistics, { period }, staff.office);
const arrivedIn = async ({ office }: Staff, count = 1) =>
  eventually(async () => {
    const { items } = await system.ask(listStatistics, {}, office);
    return items.length === count && items;
  });

test('the figures of a county arrive in its city as insight told them, zeros included (ALL-2, SZ-8)', async () => {
  const [county, city] = [await openSite(system), await openSite(system)];
  await join(system, county, city);
  const { id } = await send(county);
  const [arrived] = await arrivedIn(city);
  expect(arrived).toMatchObject({ direction: 'in', peerSite: county.site, number: 1, period });
  const { figures } = await system.ask(readStatistics, { statisticsId: arrived!.id }, city.office);
  expect(figures).toEqual([
    { id: 'teams', value: 43 },
    { id: 'findings', value: 0 },
  ]);
  expect(await system.ask(readStatistics, { statisticsId: id }, county.office)).toMatchObject({ figures });
  await eventually(async () => {
    const { items } = await system.ask(listDispatches, { kind: 'statistics' }, county.office);
    return items[0]?.state === 'received';
  });
});

test('what is sent again for a period has the higher number', async () => {
  const [county, city] = [await openSite(system), await openSite(system)];
  await join(system, county, city);
  await send(county);
  await send(county);
  const numbers = (await arrivedIn(city, 2)).map(({ number }) => number);
  expect(numbers.toSorted((one, other) => one - other)).toEqual([1, 2]);
});

test('a county without a city is told so, and nothing is sent', async () => {
  const county = await openSite(system);
  expect((await system.refusal(sendStatistics, { period }, county.office)).code).toBe('peer.no-city');
  expect((await system.ask(listStatistics, {}, county.office)).items).toEqual([]);
});

test('who is recused from an organization cannot send, and whoever may not read figures is refused by insight itself', async () => {
  const [county, city] = [await openSite(system), await openSite(system)];
  await join(system, county, city);
  const recused = await system.person('office', { site: county.site });
  await system.recuse(recused, newId());
  expect((await system.refusal(sendStatistics, { period }, recused)).code).toBe('statistics.sender-recused');
  const limited = await system.person('office', { site: county.site, organizationId: newId() });
  expect((await system.refusal(sendStatistics, { period }, limited)).code).not.toBe('internal');
});
