import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  listItems,
  listOutcomes,
  readOutcome,
  recordOutcome,
  rectificationOrdered,
  withdrawOutcome,
  type In,
} from '@xuncha/contracts';
import { idToBytes, newId, parseDate } from '@xuncha/domain-kit';
import {
  eventually,
  startServices,
  type Person,
  type Publisher,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { rectification } from '../main.js';

const on = parseDate('2017-03-02');
let system: ServicesUnderTest;
let onsite: Publisher;
let office: Person;

beforeAll(async () => {
  system = await startServices([]);
  onsite = await system.publisher('onsite');
  await system.start(rectification);
  await system.openSite({ code: system.site });
  office = await system.person('office');
});
afterAll(() => system?.stop());

async function openItem(as = office): Promise<{ id: string; organizationId: string }> {
  const findingId = newId();
  const organizationId = newId();
  const place = { inspectionId: newId(), assignmentId: newId(), roundId: newId(), organizationId };
  const ordered = { findingId, ...place, dueOn: on, on, profile: 'national-2017' };
  await onsite.publish({ site: as.site, id: findingId, on }, rectificationOrdered(ordered));
  const item = await eventually(async () => (await system.ask(listItems, { findingId }, as)).items[0]);
  return { id: item.id, organizationId };
}

type Told = Omit<In<typeof recordOutcome>, 'itemId'>;
const record = (itemId: string, told: Told, as = office) =>
  system.ask(recordOutcome, { itemId, on, ...told }, as);
async function eventOf(outcomeId: string) {
  const sql = 'SELECT body FROM journal WHERE aggregate_id = ? ORDER BY version';
  const rows = await system.look<{ body: string }>('rectification', sql, [idToBytes(outcomeId)]);
  return JSON.parse(rows[0]!.body) as { persons: string[]; amount: number | null; on: string };
}
const accountable = (persons: string[]): Told => ({ kind: 'accountability', title: '问责', persons });

describe('who was held accountable (rules.md 17)', () => {
  test('is one person in two villages by one pseudonym, and no event says who', async () => {
    const [one, other] = [await openItem(), await openItem()];
    const first = await record(one.id, accountable(['演示己001', '演示己002']));
    const second = await record(other.id, accountable(['演示己 001']));
    const told = [await eventOf(first.id), await eventOf(second.id)];
    expect(told[1]!.persons).toEqual([told[0]!.persons[0]]);
    expect(JSON.stringify(told)).not.toContain('演示');
  });

  test('is another pseudonym in another site', async () => {
    const elsewhere = await system.person('office', { site: await system.openSite() });
    const told = await Promise.all(
      [office, elsewhere].map(async (as) => {
        const { id } = await openItem(as);
        return eventOf((await record(id, accountable(['演示己001']), as)).id);
      }),
    );
    expect(told[0]!.persons).not.toEqual(told[1]!.persons);
  });

  test('is read by the office from the record, and not by the organization', async () => {
    const { id, organizationId } = await openItem();
    const recorded = await record(id, accountable(['演示己001']));
    const view = await system.ask(readOutcome, { outcomeId: recorded.id }, office);
    expect(view.persons.map((person) => person.reference)).toEqual(['演示己001']);
    const head = await system.person('organizationHead', { organizationId });
    expect((await system.refusal(readOutcome, { outcomeId: recorded.id }, head)).code).toBe('access.denied');
  });
});

test('money repaid in three instalments counts on the day of each, and adds up (RA17-9)', async () => {
  const { id: itemId } = await openItem();
  const pay = (number: number, amount: number, day: string, firstId?: string) =>
    record(itemId, {
      kind: 'moneyRecovered',
      title: '村报账员分期退款',
      amount,
      instalment: { number, of: 3, total: 1_190_000, firstId },
      on: parseDate(day),
    });
  const first = await pay(1, 400_000, '2017-03-02');
  const second = await pay(2, 400_000, '2017-04-02', first.id);
  const short = pay(3, 100_000, '2017-05-02', first.id);
  await expect(short).rejects.toMatchObject({ code: 'outcome.instalments-short' });
  const third = await pay(3, 390_000, '2017-05-02', first.id);
  const told = await Promise.all([first, second, third].map(({ id }) => eventOf(id)));
  expect(told.map(({ on: day, amount }) => [day, amount])).toEqual([
    ['2017-03-02', 400_000],
    ['2017-04-02', 400_000],
    ['2017-05-02', 390_000],
  ]);
});

test('of two who record the same instalment at once exactly one succeeds', async () => {
  const { id: itemId } = await openItem();
  const instalment = { number: 1, of: 2, total: 200 };
  const told = { kind: 'moneyRecovered', title: '退款', amount: 100 } as const;
  const first = await record(itemId, { ...told, instalment });
  const second = { ...told, instalment: { ...instalment, number: 2, firstId: first.id } };
  const both = await Promise.allSettled([record(itemId, second), record(itemId, second)]);
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a wrong outcome is withdrawn with its reason and stays in the ledger', async () => {
  const { id: itemId } = await openItem();
  const { id, version } = await record(itemId, { kind: 'systemImproved', title: '《演示管理制度》' });
  await system.ask(withdrawOutcome, { outcomeId: id, seen: version, reason: '重复记录', on }, office);
  const { items } = await system.ask(listOutcomes, { itemId }, office);
  expect(items.map((outcome) => outcome.state)).toEqual(['withdrawn']);
  expect(await system.history('rectification', id)).toEqual([
    'rectification.outcome.recorded',
    'rectification.outcome.withdrawn',
  ]);
});

test('the organization records no outcomes of its own', async () => {
  const { id: itemId, organizationId } = await openItem();
  const liaison = await system.person('organizationLiaison', { organizationId });
  const told = { itemId, kind: 'systemImproved', title: '自报' };
  expect((await system.refusal(recordOutcome, told, liaison)).code).toBe('access.denied');
});
