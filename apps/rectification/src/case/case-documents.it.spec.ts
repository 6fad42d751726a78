// 意见回执, 销号清单 and 提醒函: what those who may read the case may read in it, on paper (NB17-8).
import { Controller } from '@nestjs/common';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  closeOutList,
  draftPlan,
  markedPlanFile,
  newHeadReminder,
  planOpinionSlip,
  planTemplate,
  readFeedback,
  readItem,
  readOrganization,
  readPlanFile,
  receiveOpinions,
  reportsOpinionSlip,
  returnPlan,
  type In,
  type Out,
  type QueryContract,
} from '@xuncha/contracts';
import { linesOf, linesOfWord } from '@xuncha/documents';
import { newId, parseDate } from '@xuncha/domain-kit';
import { Handles, type Caller } from '@xuncha/service-kit';
import {
  accountName,
  organizationName,
  Publisher,
  startServices,
  standInNames,
  type Person,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { rectification } from '../main.js';
import { on, Village } from './village.fixture.js';

let village: Village;
let headSince = parseDate('2015-01-01');

@Controller()
class Feedback {
  @Handles(readFeedback)
  read({ feedbackId: id }: In<typeof readFeedback>): Promise<Out<typeof readFeedback>> {
    const findings = village.findingIds.map((findingId, index) => {
      return { findingId, title: `演示问题${index + 1}`, clause: '第九条', immediate: false };
    });
    const days = { preparedOn: on, presentedOn: on, deliveredOn: on };
    const said = { number: '试巡反〔2017〕1号', profile: 'national-2017', opinion: '限期整改。' };
    const { place } = village;
    return Promise.resolve({
      id,
      version: 3,
      state: 'delivered',
      ...place,
      ...days,
      ...said,
      findings,
      maySign: false,
    });
  }
}

@Controller()
class Register {
  @Handles(readOrganization)
  read(
    { organizationId: id }: In<typeof readOrganization>,
    _viewer: Caller,
  ): Promise<Out<typeof readOrganization>> {
    const place = { category: null, villageType: null, divisionCode: null, parentId: null };
    const life = { state: 'active' as const, registeredOn: on, endedOn: null, mergedIntoId: null };
    const head = { headName: '演示新任', headSince };
    return Promise.resolve({
      id,
      version: 1,
      code: 'v-1',
      name: '演示村',
      kind: 'village',
      ...place,
      ...life,
      ...head,
    });
  }
}

let system: ServicesUnderTest;
beforeAll(async () => {
  system = await startServices([]);
  const empty = { migrations: [], rows: [] };
  const onsite = await system.start({ name: 'onsite', ...empty, controllers: [Feedback] });
  await system.start({ name: 'planning', ...empty, controllers: [...standInNames.planning!, Register] });
  await system.publisher('identity');
  await system.start(rectification);
  village = await Village.make(system, new Publisher(onsite.runtime));
});
afterAll(() => system?.stop());

const said = async (form: QueryContract, as: Person) => {
  const { base64 } = (await system.ask(form, { caseId: village.caseId } as never, as)) as { base64: string };
  return linesOfWord(Buffer.from(base64, 'base64')).join('\n');
};
const refused = async (form: QueryContract, as: Person) =>
  (await system.refusal(form, { caseId: village.caseId } as never, as)).code;

test('the plan goes out as a table with its findings, and what is filled in there is read for the form', async () => {
  const { liaison, office } = village.people;
  const { caseId, findingIds } = village;
  const { base64, mediaType } = await system.ask(planTemplate, { caseId }, liaison);
  const lines = await linesOf(Buffer.from(base64, 'base64'), mediaType);
  expect(lines.map(({ cells }) => cells.slice(0, 2).join())).toEqual([
    '* 序号,问题',
    '1,演示问题1',
    '2,演示问题2',
  ]);
  const read = async (text: string) => system.ask(readPlanFile, { caseId, ...(await stored(text)) }, liaison);
  const head = '序号,问题,整改措施,责任人,整改期限\n';
  const [findingId] = findingIds as [string, string];
  expect(await read(`${head}1,演示问题1,退回,演示甲,2017/7/1\n`)).toMatchObject({
    rows: [{ findingId, measure: '退回', responsible: '演示甲', dueOn: '2017-07-01' }],
    refusal: null,
  });
  const wrong = await read(`${head}1,演示问题2,退回,,2017/7/1\n`);
  const at = (column: string) => ({ row: 2, column, text: expect.any(String) });
  expect(wrong).toMatchObject({ rows: [], refusal: { total: 2, errors: [at('问题'), at('责任人')] } });
  expect((await system.refusal(planTemplate, { caseId }, office)).code).toBe('access.denied');
});

test('a plan’s table comes back as it was given out, whatever stands in it; a faulty one comes back marked', async () => {
  const { caseId, findingIds, people } = village;
  const { liaison } = people;
  const measures = [
    '=1+1',
    '00123',
    '2017-06-30',
    '１２３（全角）',
    '公开账目。\n每月公示。',
    '长'.repeat(1_000),
  ];
  const rows = measures.map((measure, index) => {
    const findingId = findingIds[index % 2]!;
    return { findingId, measure, responsible: '演示甲001', dueOn: parseDate('2017-07-31') };
  });
  await village.act(draftPlan, liaison, { rows });
  const given = async () => {
    const { base64, mediaType } = await system.ask(planTemplate, { caseId }, liaison);
    return { content: Buffer.from(base64, 'base64'), mediaType };
  };
  const { content, mediaType } = await given();
  const sent = { caseId, ...(await stored(content, mediaType)) };
  const read = await system.ask(readPlanFile, sent, liaison);
  expect(read.refusal).toBeNull();
  expect(read.rows).toEqual(findingIds.flatMap((id) => rows.filter(({ findingId }) => findingId === id)));
  await village.act(draftPlan, liaison, { rows: read.rows });
  expect(await linesOf((await given()).content, mediaType)).toEqual(await linesOf(content, mediaType));

  const [head, ...lines] = await linesOf(content, mediaType);
  const wrong = [[...head!.cells, '备注'], ...lines.map(({ cells }) => [...cells, '甲'])];
  wrong[1]![4] = '月底';
  const csv = wrong.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
  const faulty = { caseId, ...(await stored(csv)) };
  const { refusal } = await system.ask(readPlanFile, faulty, liaison);
  expect(refusal).toMatchObject({ errors: [{ row: 1, column: '备注', code: 'table.column-unknown' }] });
  const copy = await system.ask(markedPlanFile, { ...faulty, name: '方案.csv' }, liaison);
  expect(copy.name).toBe('方案（标出错误）.xlsx');
  const marked = await linesOf(Buffer.from(copy.base64, 'base64'), copy.mediaType);
  expect(marked.map(({ cells }) => cells)).toEqual(wrong);
});

async function stored(content: string | Buffer, mediaType = 'text/csv') {
  const named = { mediaType, name: '方案.csv' };
  const { name: _, ...file } = await system.upload(content, named, village.people.liaison);
  return file;
}

test('a slip carries what the office said of the plan and who signed for it; there is none before that', async () => {
  const { office, head, liaison } = village.people;
  expect(await refused(planOpinionSlip, office)).toBe('case.no-slip');
  await village.submitPlan();
  await village.act(returnPlan, office, { opinions: '第二项没有期限' });
  const open = await said(planOpinionSlip, liaison);
  for (const text of ['退回修改', '第二项没有期限', organizationName(village.place.organizationId)])
    expect(open).toContain(text);
  await village.act(receiveOpinions, head);
  expect(await said(planOpinionSlip, office)).toContain(accountName(head.account));
  expect(await refused(reportsOpinionSlip, office)).toBe('case.no-slip');
});

test('the list says of each item what it is about, and whether and on what it is closed out (rules.md 10)', async () => {
  const { office, liaison } = village.people;
  const [first] = await village.underway();
  await village.solve(first!.id);
  const list = await said(closeOutList, office);
  const { submissions } = await system.ask(readItem, { itemId: first!.id }, office);
  const ground = `退款凭证，共1件\n校验值${submissions[0]!.hash.slice(0, 12)}`;
  for (const text of ['演示问题1', '演示问题2', '已销号', '未开始', '共2项，已销号1项', ground, '收到'])
    expect(list).toContain(text);
  expect(list).not.toContain('多领补贴');
  expect(await said(closeOutList, liaison)).toBe(list);
});

test('a new head is told what is still owed, and only a new one', async () => {
  const { office } = village.people;
  expect(await refused(newHeadReminder, office)).toBe('case.head-unchanged');
  headSince = parseDate('2017-07-10');
  const letter = await said(newHeadReminder, office);
  for (const text of ['演示新任', '2017年7月10日', '尚有1项']) expect(letter).toContain(text);
  for (const { id, state } of await village.items()) if (state !== 'closed') await village.solve(id);
  expect(await refused(newHeadReminder, office)).toBe('case.nothing-owed');
});

test.each([planOpinionSlip, closeOutList, newHeadReminder])(
  'nobody else’s organization reads it, nor whoever is recused',
  async (form) => {
    const { site, place } = village;
    const neighbour = await system.person('organizationHead', { site, organizationId: newId() });
    expect(await refused(form, neighbour)).toBe('record.unknown');
    const recused = await system.person('office', { site });
    await system.recuse(recused, place.organizationId);
    expect(await refused(form, recused)).toBe('record.unknown');
  },
);
