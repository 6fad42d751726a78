import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  acceptPlan,
  closeCase,
  draftPlan,
  giveReview,
  listItems,
  listSupervisions,
  nameCaseSigner,
  readCaseSigner,
  receiveOpinions,
  reopenItem,
  returnPlan,
  signPlan,
  startItem,
} from '@xuncha/contracts';
import { eventually, startServices, type Publisher, type ServicesUnderTest } from '@xuncha/testing';
import { rectification } from '../main.js';
import { on, Village } from './village.fixture.js';

let system: ServicesUnderTest;
let onsite: Publisher;

beforeAll(async () => {
  system = await startServices([]);
  onsite = await system.publisher('onsite');
  await system.start(rectification);
});
afterAll(() => system?.stop());

test('a case goes from feedback to close, every finding with an item closed by the office (rules.md 9, 10)', async () => {
  const village = await Village.make(system, onsite);
  const { office } = village.people;
  expect((await village.view()).state).toBe('opened');
  await village.submitPlan();
  await village.act(acceptPlan, office);
  const items = await village.items();
  expect(items.map((item) => item.findingId).toSorted()).toEqual(village.findingIds.toSorted());
  for (const { id } of items) await village.solve(id);
  await village.report();
  await village.close();
  const view = await village.view();
  expect(view).toMatchObject({ state: 'closed', closedOn: on, overdue: null });
  const history = await system.history('rectification', village.caseId);
  expect(history.map((type) => type.replace('rectification.case.', '')).join(' ')).toBe(
    'opened planDrafted planSubmitted planAccepted underway ' +
      'reportDrafted reportSigned reportSigned reportsSubmitted ' +
      'reviewGiven reviewGiven reviewGiven jointlyReviewed assessed closed',
  );
});

test('a case with an unsolved item stays open, and an item found unsolved later opens it again (rules.md 9)', async () => {
  const village = await Village.make(system, onsite);
  const { office } = village.people;
  await village.submitPlan();
  await village.act(acceptPlan, office);
  const [one, other] = await village.items();
  await village.solve(one!.id);
  await village.report();
  await expect(village.close()).rejects.toMatchObject({ code: 'case.items-open', facts: { unsolved: 1 } });
  await village.solve(other!.id);
  await village.act(closeCase, office);
  await village.onItem(reopenItem, one!.id, office, { because: 'lookBack', opinion: '仍在多领' });
  expect((await village.view()).state).toBe('underway');
});

describe('the plan', () => {
  test('is returned with a slip that the organization reads and signs for (NB17-8)', async () => {
    const village = await Village.make(system, onsite);
    const { office, liaison } = village.people;
    await village.submitPlan();
    await village.act(returnPlan, office, { opinions: '责任人不明确' });
    const [slip] = (await village.view(liaison)).slips;
    expect(slip).toMatchObject({ opinions: '责任人不明确', number: '试巡整意〔2017〕1号', receivedOn: null });
    await village.act(receiveOpinions, liaison);
    expect((await village.view()).slips[0]).toMatchObject({ receivedBy: liaison.account });
    await village.submitPlan();
    await village.act(acceptPlan, office);
    expect((await village.view()).plans.map((plan) => plan.lapsed)).toEqual([true, false]);
    expect(await village.items()).toHaveLength(2);
  });

  test('of 300 rows is handed in and accepted in one command each', async () => {
    const village = await Village.make(system, onsite);
    const rows = Array.from({ length: 150 }, () => village.rows()).flat();
    await village.act(draftPlan, village.people.liaison, { rows });
    await village.act(signPlan, village.people.head);
    await village.act(acceptPlan, village.people.office);
    const { items } = await system.ask(
      listItems,
      { caseId: village.caseId, limit: 200 },
      village.people.office,
    );
    expect(items).toHaveLength(200);
  });
});

describe('signatures (rules.md 11)', () => {
  test('the liaison drafts, only the head signs; the office does neither', async () => {
    const village = await Village.make(system, onsite);
    const { office, head, liaison } = village.people;
    await village.act(draftPlan, liaison, { rows: village.rows() });
    expect(await village.refused(signPlan, liaison)).toBe('case.not-the-signer');
    expect(await village.refused(signPlan, office)).toBe('access.denied');
    expect([(await village.view(head)).maySign, (await village.view(liaison)).maySign]).toEqual([
      true,
      false,
    ]);
    await village.act(signPlan, head);
  });

  test('a person named by the office signs instead, and the reason stays with the office, sealed', async () => {
    const village = await Village.make(system, onsite);
    const { office, head, liaison } = village.people;
    const reason = '主要负责人涉及问题线索';
    await village.act(nameCaseSigner, office, { signerId: liaison.account, reason });
    await village.act(draftPlan, liaison, { rows: village.rows() });
    expect(await village.refused(signPlan, head)).toBe('case.not-the-signer');
    await village.act(signPlan, liaison);
    expect(JSON.stringify([await village.view(head), await village.view(liaison)])).not.toContain(reason);
    const { caseId } = village;
    expect((await system.refusal(readCaseSigner, { caseId }, liaison)).code).toBe('access.denied');
    expect((await system.ask(readCaseSigner, { caseId }, office)).reason).toBe(reason);
    const stored = await system.look(
      'rectification',
      `SELECT GROUP_CONCAT(body) AS told, MAX(c.signer_reason) AS kept FROM journal, rectification_case c
       WHERE c.site = ? AND journal.aggregate_id = c.id`,
      [village.site],
    );
    expect(String(stored[0]!.told)).not.toContain(reason);
    expect((stored[0]!.kept as Buffer).includes(Buffer.from(reason))).toBe(false);
  });
});

test('what the three bodies think of the reports is not shown to the organization (ALL-9)', async () => {
  const village = await Village.make(system, onsite);
  const { office, head } = village.people;
  await village.submitPlan();
  await village.act(acceptPlan, office);
  await village.onItem(startItem, (await village.items())[0]!.id, village.people.liaison);
  await village.report();
  const given = { body: 'disciplineOrgan', agrees: false, opinion: '问责不到位', reviewer: '演示丙002' };
  await village.act(giveReview, office, given);
  expect((await village.view()).reviews).toMatchObject([given]);
  expect((await village.view(head)).reviews).toBeNull();
});

test('a late plan is reminded of, then ordered, once each, by the clock of the site', async () => {
  const village = await Village.make(system, onsite);
  const { liaison } = village.people;
  const issued = async () =>
    (await system.ask(listSupervisions, { caseId: village.caseId }, liaison)).items.map(
      ({ kind, matter, dueOn }) => [kind, matter, dueOn].join(' '),
    );
  await system.setClock(village.site, '2017-06-12T01:00:00.000Z');
  await eventually(async () => (await issued()).length === 1);
  await system.setClock(village.site, '2017-06-17T01:00:00.000Z');
  await eventually(async () => (await issued()).length === 2);
  expect(await issued()).toEqual(['order plan 2017-06-16', 'reminder plan 2017-06-16']);
  expect((await village.view(liaison)).overdue).toBe('plan');
  await village.submitPlan();
  expect((await village.view(liaison)).overdue).toBeNull();
});
