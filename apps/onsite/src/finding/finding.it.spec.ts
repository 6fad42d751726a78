import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  confirmFinding,
  countFindings,
  describeFinding,
  dropFinding,
  findFindings,
  findingNames,
  listFindings,
  listLooks,
  mergeFinding,
  orderRectification,
  publishTaxonomy,
  readFinding,
  reclassifyFinding,
} from '@xuncha/contracts';
import { addDays, newId, type Id } from '@xuncha/domain-kit';
import { startServices, type Publisher, type ServicesUnderTest } from '@xuncha/testing';
import { fiveSee, statement } from '../domain.fixture.js';
import { onsite } from '../main.js';
import { today, Visit } from '../visit.fixture.js';

let system: ServicesUnderTest;
let planning: Publisher;
let visit: Visit;
const dueOn = addDays(today, 15);

beforeAll(async () => {
  system = await startServices([onsite]);
  planning = await system.publisher('planning');
  visit = await Visit.prepare(system, planning);
  await visit.enter();
  const classes = [{ code: 'yes', title: '是' }];
  await system.ask(publishTaxonomy, { code: 'livelihood', title: '民生', classes }, visit.people.office);
});
afterAll(() => system?.stop());

const { title, description, clause } = statement;
const confirmation = (paperIds: Id[]) => ({
  inspectionId: visit.inspectionId,
  paperIds,
  title,
  description,
  clause,
  classes: ['livelihood:yes'],
});

describe('a finding is confirmed from papers with three signatures by three people (rules.md 3)', () => {
  test('and from no other', async () => {
    const { leader, member } = visit.people;
    const unsigned = confirmation([await visit.draftPaper()]);
    expect((await system.refusal(confirmFinding, unsigned, leader)).code).toBe(
      'finding.paper-not-signed-by-three',
    );
    const unknown = confirmation([newId()]);
    expect((await system.refusal(confirmFinding, unknown, leader)).code).toBe('record.unknown');
    const signed = confirmation([await visit.signedPaper()]);
    expect((await system.refusal(confirmFinding, signed, member)).code).toBe('access.denied');
    const { id: findingId } = await system.ask(confirmFinding, signed, leader);
    const shown = {
      state: 'confirmed',
      paperIds: signed.paperIds,
      classes: ['livelihood:yes'],
      fiveSeeMissing: ['persons', 'matter', 'unit', 'proposedResult', 'proposedAccountability'],
    };
    expect(await system.ask(readFinding, { findingId }, member)).toMatchObject(shown);
    const { inspectionId } = visit;
    const [newest] = (await system.ask(listFindings, { inspectionId }, member)).items;
    expect(newest).toMatchObject({ id: findingId, ...shown });
  });

  test('of the same inspection', async () => {
    const other = await Visit.prepare(system, planning);
    await other.enter();
    await system.grant(visit.people.leader, 'leader', { teamId: other.place.teamId });
    const foreign = confirmation([await other.signedPaper()]);
    expect((await system.refusal(confirmFinding, foreign, visit.people.leader)).code).toBe(
      'finding.paper-of-another-inspection',
    );
  });
});

test('names of persons are in no event and in no list; the record has them, and each look is recorded (rules.md 5)', async () => {
  const { leader, office } = visit.people;
  const { id: findingId } = await visit.finding({ fiveSee: {} });
  await system.ask(describeFinding, { findingId, seen: 1, fiveSee }, leader);
  const bodies = await system.look<{ body: string }>('onsite', 'SELECT body FROM journal');
  expect(bodies.map(({ body }) => body).join('')).not.toContain(fiveSee.persons[0]!.name);
  const listed = await system.ask(listFindings, { inspectionId: visit.inspectionId }, office);
  expect(JSON.stringify(listed)).not.toContain(fiveSee.persons[0]!.name);
  const read = await system.ask(readFinding, { findingId }, office);
  expect(read).toMatchObject({ fiveSee, fiveSeeMissing: [] });
  const auditor = await system.person('auditAdministrator');
  const looks = await system.ask(listLooks, { recordId: findingId }, auditor);
  expect(looks.items).toMatchObject([{ contract: 'onsite.finding.read', accountId: office.account }]);
});

test('classes are those of taxonomies in force; an amount is whole fen (RA17-13)', async () => {
  const { leader } = visit.people;
  const { id: findingId } = await visit.finding();
  const unknown = { findingId, seen: 1, classes: ['livelihood:no'] };
  expect(await system.refusal(reclassifyFinding, unknown, leader)).toEqual({
    code: 'finding.class-unknown',
    facts: { classes: ['livelihood:no'] },
  });
  const halves = { findingId, seen: 1, classes: [], amountInvolved: 10.5 };
  expect((await system.refusal(reclassifyFinding, halves, leader)).code).toBe('request.invalid');
  const counted = { findingId, seen: 1, classes: ['livelihood:yes'], amountInvolved: 1_234_567 };
  await system.ask(reclassifyFinding, counted, leader);
  expect(await system.ask(readFinding, { findingId }, leader)).toMatchObject({
    classes: ['livelihood:yes'],
    amountInvolved: 1_234_567,
  });
});

test('a paper lists the findings that were confirmed from it', async () => {
  const { member, office } = visit.people;
  const paperIds = [await visit.signedPaper(), await visit.signedPaper()];
  const { id } = await visit.finding({ paperIds });
  const { id: other } = await visit.finding({ paperIds: [paperIds[0]!] });
  const of = async (paperId: Id, as = member, more: object = {}) =>
    (await system.ask(listFindings, { paperId, ...more }, as)).items.map((one) => one.id);
  expect(await of(paperIds[0]!)).toEqual([other, id]);
  expect(await of(paperIds[1]!, office, { inspectionId: visit.inspectionId })).toEqual([id]);
  expect(await system.ask(countFindings, { paperId: paperIds[0]! }, office)).toMatchObject({ confirmed: 2 });
  expect(await of(newId(), office)).toEqual([]);
  const recused = await system.person('office');
  await system.recuse(recused, visit.place.organizationId);
  expect(await of(paperIds[0]!, recused)).toEqual([]);
});

describe('immediate rectification (RA17-8)', () => {
  const types = async (id: Id) =>
    (await system.history('onsite', id)).map((type) => type.replace('onsite.finding.', ''));

  test('is ordered by the leader with the confirmation or afterwards', async () => {
    const { id, version } = await visit.finding({ immediateDueOn: dueOn });
    expect(version).toBe(2);
    expect(await types(id)).toEqual(['confirmed', 'rectificationOrdered']);
    const { id: later } = await visit.finding();
    await system.ask(orderRectification, { findingId: later, seen: 1, dueOn }, visit.people.leader);
    expect(await types(later)).toEqual(['confirmed', 'rectificationOrdered']);
  });

  test('is not the deputy’s', async () => {
    const ordering = { ...confirmation([await visit.signedPaper()]), immediateDueOn: dueOn };
    const refused = await system.refusal(confirmFinding, ordering, visit.people.deputy);
    expect(refused.code).toBe('finding.order-not-by-leader');
  });
});

describe('a finding never disappears (rules.md 9)', () => {
  test('dropped by the office, it keeps reason, person and date', async () => {
    const { office, leader } = visit.people;
    const { id: findingId } = await visit.finding();
    const drop = { findingId, seen: 1, reason: '证据不足' };
    expect((await system.refusal(dropFinding, drop, leader)).code).toBe('access.denied');
    await system.ask(dropFinding, drop, office);
    expect(await system.ask(readFinding, { findingId }, office)).toMatchObject({
      state: 'dropped',
      endedBy: office.account,
      endedOn: today,
      endReason: '证据不足',
    });
  });

  test('two are never merged into each other, however close their commands come', async () => {
    const { leader } = visit.people;
    const [one, other] = [await visit.finding(), await visit.finding()];
    const merge = (findingId: Id, intoId: Id) =>
      system.ask(mergeFinding, { findingId, seen: 1, intoId, reason: '同一事项' }, leader);
    const attempts = await Promise.allSettled([merge(one.id, other.id), merge(other.id, one.id)]);
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('the ledger turns its pages, the newest first', async () => {
    const { inspectionId, people } = visit;
    const first = await system.ask(listFindings, { inspectionId, limit: 2 }, people.office);
    const second = await system.ask(
      listFindings,
      { inspectionId, limit: 2, cursor: first.next! },
      people.office,
    );
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].toSorted().toReversed());
    expect(ids).toHaveLength(4);
  });
});

test('a finding is found by a part of its title, named and counted by its state, by those who may know of it and nobody else', async () => {
  const { people, inspectionId } = await Visit.prepare(system, planning);
  const { leader, member, office } = visit.people;
  const id = (await visit.finding({ title: '惠农补贴发放不及时' })).id;
  const found = async (text: string, as = office) =>
    (await system.ask(findFindings, { text }, as)).items.map((one) => one.id);
  for (const person of [leader, member, office]) expect(await found('补贴发放', person)).toEqual([id]);
  const named = async (as: typeof office) =>
    (await system.ask(findingNames, { ids: [id, newId()] }, as)).items;
  expect(await named(member)).toEqual([{ id, name: '惠农补贴发放不及时' }]);
  const recused = await system.person('office');
  await system.recuse(recused, visit.place.organizationId);
  for (const person of [people.leader, recused]) {
    expect(await found('补贴发放', person)).toEqual([]);
    expect(await named(person)).toEqual([]);
    const where = { inspectionId: visit.inspectionId };
    expect((await system.ask(countFindings, where, person)).confirmed).toBe(0);
  }
  const { items } = await system.ask(listFindings, { inspectionId: visit.inspectionId, limit: 200 }, office);
  const counts = await system.ask(countFindings, { inspectionId: visit.inspectionId }, leader);
  for (const [state, count] of Object.entries(counts))
    expect([state, count]).toEqual([state, items.filter((one) => one.state === state).length]);
  expect(await system.ask(countFindings, { inspectionId }, office)).toMatchObject({ confirmed: 0 });
});
