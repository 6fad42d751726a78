// 督办单: what is owed, by whom and since when, for whoever may read that it was ordered.
import { Controller } from '@nestjs/common';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  listFeedback,
  listSupervisions,
  readFeedback,
  supervisionOrder,
  type In,
  type Out,
} from '@xuncha/contracts';
import { linesOfWord } from '@xuncha/documents';
import { newId, type Id } from '@xuncha/domain-kit';
import { Handles } from '@xuncha/service-kit';
import {
  eventually,
  organizationName,
  Publisher,
  startServices,
  type Person,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { on, Village } from '../case/village.fixture.js';
import { rectification } from '../main.js';

let village: Village;
/** What onsite answers of the feedback, to those who may read it. */
const fedBack = (): Out<typeof readFeedback> => ({
  id: newId(),
  version: 3,
  number: '试巡反〔2017〕1号',
  ...village.place,
  state: 'delivered',
  preparedOn: on,
  presentedOn: on,
  deliveredOn: on,
  profile: 'national-2017',
  opinion: '限期整改。',
  findings: village.findingIds.map((findingId, index) => {
    return { findingId, title: `演示问题${index + 1}`, clause: '第九条', immediate: false };
  }),
  maySign: false,
});

@Controller()
class Feedback {
  @Handles(listFeedback)
  list(_input: In<typeof listFeedback>) {
    return Promise.resolve({ items: [fedBack()], next: null });
  }
  @Handles(readFeedback)
  read(_input: In<typeof readFeedback>) {
    return Promise.resolve(fedBack());
  }
}

let system: ServicesUnderTest;
beforeAll(async () => {
  system = await startServices([]);
  const onsite = await system.start({ name: 'onsite', migrations: [], rows: [], controllers: [Feedback] });
  for (const neighbour of ['planning', 'identity']) await system.publisher(neighbour);
  await system.start(rectification);
  village = await Village.make(system, new Publisher(onsite.runtime));
});
afterAll(() => system?.stop());

const issued = async (as: Person) => (await system.ask(listSupervisions, {}, as)).items;
async function orderFor(supervisionId: Id, as: Person): Promise<string> {
  const { base64 } = await system.ask(supervisionOrder, { supervisionId }, as);
  return linesOfWord(Buffer.from(base64, 'base64')).join('\n');
}

test('a plan that is late is ordered, and the organization reads the same order as the office', async () => {
  const { office, liaison } = village.people;
  await system.setClock(village.site, '2017-06-12T01:00:00.000Z');
  const reminder = await eventually(async () =>
    (await issued(office)).find(({ kind }) => kind === 'reminder'),
  );
  expect((await system.refusal(supervisionOrder, { supervisionId: reminder.id }, office)).code).toBe(
    'supervision.no-order',
  );
  await system.setClock(village.site, '2017-06-17T01:00:00.000Z');
  const order = await eventually(async () => (await issued(office)).find(({ kind }) => kind === 'order'));
  const text = await orderFor(order.id, office);
  for (const said of [
    order.number!,
    '整改方案',
    '2017年6月16日',
    organizationName(village.place.organizationId),
  ])
    expect(text).toContain(said);
  expect(await orderFor(order.id, liaison)).toBe(text);
});

test('an item that is late is called as the feedback calls its finding', async () => {
  const { office } = village.people;
  await village.underway();
  await system.setClock(village.site, '2017-08-01T01:00:00.000Z');
  const order = await eventually(async () =>
    (await issued(office)).find(({ kind, matter }) => kind === 'order' && matter === 'item'),
  );
  expect(await orderFor(order.id, office)).toMatch(/整改事项[^]*演示问题[12]/);
});

test('who asks what is still owed hears of each debt once, the earliest first, and of none that was met', async () => {
  const { office, liaison } = village.people;
  const all = await issued(office);
  const { items: owed } = await system.ask(listSupervisions, { owed: true }, office);
  const { items: met } = await system.ask(listSupervisions, { owed: false }, office);
  // The plan came in late, so that its reminder and its order are history.
  expect(met.map(({ matter }) => matter)).toEqual(expect.arrayContaining(['plan']));
  expect(owed.map(({ matter }) => matter)).not.toContain('plan');
  const debts = owed.map(({ matter, itemId, caseId }) => `${matter} ${itemId ?? caseId}`);
  expect(new Set(debts).size).toBe(owed.length);
  expect(owed.map(({ dueOn }) => dueOn)).toEqual(owed.map(({ dueOn }) => dueOn).toSorted());
  expect(owed.length + met.length).toBe(all.length);
  expect((await system.ask(listSupervisions, { owed: true }, liaison)).items).toEqual(owed);
});

test('nobody else’s organization reads it, nor whoever is recused', async () => {
  const { office } = village.people;
  const [order] = (await issued(office)).filter(({ kind }) => kind === 'order');
  const refused = async (as: Person) =>
    (await system.refusal(supervisionOrder, { supervisionId: order!.id }, as)).code;
  const { site } = village;
  const neighbour = await system.person('organizationHead', { site, organizationId: newId() });
  expect(await refused(neighbour)).toBe('record.unknown');
  const recused = await system.person('office', { site });
  await system.recuse(recused, village.place.organizationId);
  expect(await refused(recused)).toBe('record.unknown');
});
