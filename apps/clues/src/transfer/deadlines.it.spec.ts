import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { Desk, Neighbours } from '../desk.fixture.js';
import { clues } from '../main.js';
import { Batch } from './batch.fixture.js';

let system: ServicesUnderTest;
let neighbours: Neighbours;

beforeAll(async () => {
  system = await startServices([clues]);
  neighbours = await Neighbours.start(system);
});
afterAll(() => system?.stop());

const morning = (day: string) => `${day}T01:00:00.000Z`;
const pressedTimes = (batch: Batch, times: number) =>
  eventually(async () => (await batch.pressed()).length === times);

test('no receipt in three workdays raises a reminder, no receipt in three more an order; a receipt ends it (rules.md 8, clue.receipt.due)', async () => {
  const desk = await Desk.open(system, neighbours, morning('2017-06-01'));
  const late = await Batch.draft(desk, [await desk.screened()]);
  const inTime = await Batch.draft(desk, [await desk.screened()]);
  for (const batch of [late, inTime]) {
    await batch.approved();
    await batch.deliver();
  }
  await inTime.receive();
  expect((await late.view()).receiptDueOn).toBe('2017-06-06');
  await system.setClock(desk.site, morning('2017-06-07'));
  await pressedTimes(late, 1);
  await system.setClock(desk.site, morning('2017-06-10'));
  await pressedTimes(late, 2);
  expect((await late.view()).pressings).toEqual([
    { rung: 'reminder', number: null, on: '2017-06-07' },
    { rung: 'order', number: '试线督〔2017〕1号', on: '2017-06-10' },
  ]);
  await late.receive();
  expect(await inTime.pressed()).toEqual([]);
});

test('an important clue found on site is pressed until it has left, within one workday of being raised (rules.md 6, HZP-3, urgent.clue.handover)', async () => {
  const friday = morning('2017-05-26'); // the Saturday after it was a workday
  const desk = await Desk.open(system, neighbours, friday);
  const late = await Batch.draft(desk, [await desk.screened({ urgent: true })]);
  const inTime = await Batch.draft(desk, [await desk.screened({ urgent: true })]);
  const ordinary = await Batch.draft(desk, [await desk.screened()]);
  const sentBack = await Batch.draft(desk, [await desk.screened({ urgent: true })]);
  await inTime.approved();
  await inTime.deliver();
  await sentBack.sendBack();
  expect((await late.view()).handoverDueOn).toBe('2017-05-27');
  await system.setClock(desk.site, morning('2017-05-27'));
  await pressedTimes(late, 1);
  await system.setClock(desk.site, morning('2017-05-28'));
  await pressedTimes(late, 2);
  await late.approved();
  await late.deliver();
  for (const batch of [inTime, ordinary, sentBack]) expect(await batch.pressed()).toEqual([]);
});

test('an important clue that was drafted too late is pressed at once, and leaves by the same three approvals (rules.md 6)', async () => {
  const desk = await Desk.open(system, neighbours, morning('2017-06-01'));
  const clueId = await desk.screened({ urgent: true });
  await system.setClock(desk.site, morning('2017-06-05'));
  const batch = await Batch.draft(desk, [clueId]);
  await pressedTimes(batch, 2);
  expect((await batch.refusedDelivery()).code).toBe('flow.refused');
  await batch.received();
  expect(await batch.clueStates()).toEqual(['received']);
});
