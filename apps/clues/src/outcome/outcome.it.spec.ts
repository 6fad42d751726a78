import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  concludeClue,
  disposeOfClue,
  listClueLooks,
  listClueOutcomes,
  readClueOutcome,
  recordClueOutcome,
  withdrawClueOutcome,
  type In,
} from '@xuncha/contracts';
import { idToBytes, newId, pseudonym, type Id } from '@xuncha/domain-kit';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { Desk, Neighbours, person } from '../desk.fixture.js';
import { clues } from '../main.js';
import { Batch } from '../transfer/batch.fixture.js';

const [one, other] = [person('演示己001'), person('演示庚', 'D-002')];
const persons = [one, other];
let system: ServicesUnderTest;
let neighbours: Neighbours;
let desk: Desk;

beforeAll(async () => {
  system = await startServices([clues]);
  neighbours = await Neighbours.start(system);
  desk = await Desk.open(system, neighbours);
});
afterAll(() => system?.stop());

/** With the organ that is to work on it. */
async function received(at = desk): Promise<Id> {
  const clueId = await at.screened({ content: { persons } });
  await (await Batch.draft(at, [clueId])).received();
  return clueId;
}
type Told = Omit<In<typeof recordClueOutcome>, 'clueId'>;
const filed = { kind: 'filed', persons: [{ name: one.name }] } as const;
const record = (clueId: Id, told: Partial<Told> = {}, at = desk) =>
  system.ask(
    recordClueOutcome,
    { clueId, ...filed, persons: [...filed.persons], ...told },
    at.people.organCustodian,
  );
const refused = async (clueId: Id, told: Partial<Told>, as = desk.people.organCustodian) =>
  (await system.refusal(recordClueOutcome, { clueId, ...filed, ...told }, as)).code;
async function eventOf(outcomeId: Id) {
  const sql = 'SELECT body FROM journal WHERE aggregate_id = ? ORDER BY version';
  const rows = await system.look<{ body: string }>('clues', sql, [idToBytes(outcomeId)]);
  return JSON.parse(rows[0]!.body) as { persons: string[] };
}

describe('the persons of outcomes (rules.md 17)', () => {
  test('are one person in two clues by one pseudonym, and no event says who', async () => {
    const first = await record(await received());
    const second = await record(await received(), {
      persons: [{ name: '演示己 001' }, { name: '演示庚', identity: 'd-002' }],
    });
    const told = [await eventOf(first.id), await eventOf(second.id)];
    expect(told[1]!.persons).toContain(told[0]!.persons[0]);
    expect(told[1]!.persons).toHaveLength(2);
    expect(JSON.stringify(told)).not.toContain('演示');
  });

  test('are the same whom rectification holds accountable, and others in another site', async () => {
    const { persons: told } = await eventOf((await record(await received())).id);
    const keyOf = (site: string) => system.runtime('clues').vault.pseudonymKey(site);
    expect(told).toEqual([pseudonym(keyOf(desk.site), '演示己001')]);
    const elsewhere = await Desk.open(system, neighbours);
    const there = await record(await received(elsewhere), {}, elsewhere);
    expect((await eventOf(there.id)).persons).not.toEqual(told);
  });

  test('are not more than the clue is about, and nobody else', async () => {
    const clueId = await received();
    const three = [...persons, person('演示辛')].map(({ name, identity }) => ({ name, identity }));
    expect(await refused(clueId, { persons: three })).toBe('clueOutcome.more-people-than-clue');
    expect(await refused(clueId, { persons: [{ name: '演示辛' }] })).toBe('clueOutcome.person-not-in-clue');
  });
});

test('money below zero is refused by a code of its own, and money that is none of the kind as well', async () => {
  const clueId = await received();
  expect(await refused(clueId, { kind: 'recovered', persons: [], amount: -1 })).toBe('money.negative');
  expect(await refused(clueId, { amount: 1 })).toBe('clueOutcome.no-amount');
  const recovered = await record(clueId, { kind: 'recovered', persons: [], amount: 1_190_000 });
  expect(await eventOf(recovered.id)).toMatchObject({ amount: 1_190_000, persons: [] });
});

test('an outcome is recorded by the organ that has the clue or by the custodian of clues, by nobody else', async () => {
  const clueId = await received();
  await record(clueId);
  await system.ask(
    recordClueOutcome,
    { clueId, ...filed, persons: [{ name: one.name }] },
    desk.people.clueCustodian,
  );
  expect(await refused(clueId, {}, await desk.custodianOf(newId()))).toBe('record.unknown');
  expect(await refused(clueId, {}, desk.people.office)).toBe('access.denied');
  const waiting = await desk.screened({ content: { persons } });
  expect(await refused(waiting, {}, desk.people.clueCustodian)).toBe('clueOutcome.clue-not-received');
});

test('people are counted by kind of outcome and by the four forms; a look at the pseudonyms is a record (HZ16-11, RA17-8)', async () => {
  const clueId = await received();
  await record(clueId, { kind: 'measure', form: 1, adjustsPost: true });
  const { id: outcomeId } = await record(clueId, { kind: 'judicial', form: 4 });
  expect(await refused(clueId, { kind: 'judicial', form: 2 })).toBe('clueOutcome.form-unfit');
  expect(await refused(clueId, { form: 1 })).toBe('clueOutcome.form-unfit');
  const { items } = await system.ask(listClueOutcomes, { clueId }, desk.people.office);
  expect(items.map(({ kind, form, persons: count }) => `${kind} ${form} ${count}`).sort()).toEqual([
    'judicial 4 1',
    'measure 1 1',
  ]);
  const view = await system.ask(readClueOutcome, { outcomeId }, desk.people.office);
  expect(view).toMatchObject({ state: 'recorded', recordedBy: desk.people.organCustodian.account });
  const auditor = await system.person('auditAdministrator', { site: desk.site });
  const looks = await system.ask(listClueLooks, { recordId: outcomeId }, auditor);
  expect(looks.items.map(({ contract, accountId }) => [contract, accountId])).toEqual([
    ['clues.outcome.read', desk.people.office.account],
  ]);
});

test('a clue is concluded by what came of it and still stands; a wrong outcome is withdrawn and stays (rules.md 9)', async () => {
  const clueId = await received();
  const { organCustodian, clueCustodian } = desk.people;
  const seen = async () => (await desk.clue(clueId)).version;
  const disposition = 'preliminaryVerification' as const;
  await system.ask(disposeOfClue, { clueId, seen: await seen(), disposition }, organCustodian);
  const wrong = await record(clueId);
  await system.ask(
    withdrawClueOutcome,
    { outcomeId: wrong.id, seen: wrong.version, reason: '记错线索' },
    organCustodian,
  );
  const conclude = async () => ({ clueId, seen: await seen() });
  expect((await system.refusal(concludeClue, await conclude(), clueCustodian)).code).toBe('clue.no-outcome');
  await record(clueId);
  await system.ask(concludeClue, await conclude(), clueCustodian);
  expect(await desk.clue(clueId)).toMatchObject({ state: 'concluded', endedBy: clueCustodian.account });
  expect(await system.history('clues', wrong.id)).toEqual([
    'clues.outcome.recorded',
    'clues.outcome.withdrawn',
  ]);
});

test('an outcome does not lie before the clue', async () => {
  const clueId = await received();
  expect(await refused(clueId, { on: '2017-01-01' as Told['on'] })).toBe('clueOutcome.before-clue');
});
