import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  importPapers,
  listPaperImports,
  listPapers,
  paperImportFiles,
  readPaper,
  readPaperImport,
  reviewPaper,
  signPaper,
  type FileRef,
} from '@xuncha/contracts';
import { EXCEL, linesOf, workbookOf } from '@xuncha/documents';
import type { Id } from '@xuncha/domain-kit';
import { ContentStore } from '@xuncha/service-kit';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { onsite } from '../main.js';
import { Visit } from '../visit.fixture.js';

let system: ServicesUnderTest;
let visit: Visit;
beforeAll(async () => {
  system = await startServices([onsite]);
  visit = await Visit.prepare(system, await system.publisher('planning'));
  await system.publisher('identity');
  await visit.enter();
});
afterAll(() => system?.stop());

const LONG_MS = 120_000;
/** As the gateway leaves it. */
const uploaded = (text: string | Buffer, by: Person, mediaType = 'text/csv') =>
  system.upload(text, { mediaType, name: '问题表.csv' }, by);
async function load(file: FileRef, as: Person) {
  const { id } = await system.ask(importPapers, { inspectionId: visit.inspectionId, file }, as);
  return eventually(async () => {
    const view = await system.ask(readPaperImport, { importId: id }, as);
    return view.state !== 'running' && view;
  }, LONG_MS);
}
const papersOf = async (as: Person) =>
  (await system.ask(listPapers, { inspectionId: visit.inspectionId }, as)).items;
const header = '序号,问题,主要事实,证据来源,证据说明\n';
const table = `${header}1,村级资金未公开,三笔支出未公开,查阅资料,账册\n2,会议记录不全,两次会议没有记录,查阅资料,记录本\n`;

test('a team’s table becomes drafts that are reviewed and signed as ever, and the same file again doubles nothing', async () => {
  const { member, deputy, leader } = visit.people;
  expect(await load(await uploaded(table, member), member)).toMatchObject({
    state: 'imported',
    registered: 2,
  });
  const drafts = await papersOf(member);
  expect(drafts).toMatchObject(Array(2).fill({ state: 'draft', authorId: member.account, reviewerId: null }));
  const paperId = drafts[0]!.id;
  await system.ask(reviewPaper, { paperId, seen: 1 }, deputy);
  await system.ask(signPaper, { paperId, seen: 2 }, leader);
  expect((await system.ask(readPaper, { paperId }, deputy)).state).toBe('leaderSigned');
  const again = await load(await uploaded(table, leader), leader);
  expect(again).toMatchObject({ state: 'imported', rows: 2, registered: 0, known: 2 });
  expect(await papersOf(member)).toHaveLength(2);
});

test('with one wrong row nothing is drafted; the marked table is for the team alone, and what is mended there is imported', async () => {
  const { member } = visit.people;
  const before = (await papersOf(member)).length;
  const { id, refusal } = await load(await uploaded(`${table}3,,事实,查阅资料,账册\n`, member), member);
  const fault = { row: 4, column: '问题', code: 'table.cell-missing' };
  expect(refusal).toMatchObject({ total: 1, errors: [fault] });
  expect(await papersOf(member)).toHaveLength(before);
  const given = { importId: id as Id, sha256: refusal!.marked!.sha256 };
  const { file } = await system.ask(paperImportFiles.named, given, member);
  const stored = await new ContentStore(system.config).readWhole(file as FileRef, 1e8);
  const lines = await linesOf(stored, EXCEL);
  expect(lines.at(-1)!.cells.slice(0, 5)).toEqual(['3', '', '事实', '查阅资料', '账册']);
  const stranger = await system.person('member', { teamId: visit.place.roundId });
  expect((await system.refusal(readPaperImport, { importId: id }, stranger)).code).toBe('record.unknown');
  expect((await system.ask(listPaperImports, {}, stranger)).items).toEqual([]);
  const mended = await load(await uploaded(`${table}3,第三个问题,事实,查阅资料,账册\n`, member), member);
  expect(mended).toMatchObject({ state: 'imported', registered: 1, known: 2 });
});

test('whatever stands in its cells, the same table again is known, and another text is refused at its cell: papers are changed one by one', async () => {
  const { member } = visit.people;
  const columns = ['序号', '问题', '主要事实', '依据', '证据来源', '证据说明'].map((title) => ({ title }));
  const rows = [
    ['00123', '=1+1', '第一笔。\n第二笔，“未公开”；<丙>&丁', '2017-05-04', '查阅资料', '１２３（全角）'],
    ['123', '1,000.50', '长'.repeat(7_500), null, '个别谈话', '  前后有空格 '],
  ];
  const excel = async (cells: readonly (readonly (string | null)[])[]) =>
    uploaded(await workbookOf([{ name: '问题表', columns, rows: cells }]), member, EXCEL);
  expect(await load(await excel(rows), member)).toMatchObject({ state: 'imported', registered: 2 });
  expect(await load(await excel(rows), member)).toMatchObject({ rows: 2, registered: 0, known: 2 });
  const rewritten = [rows[0]!, rows[1]!.with(2, '另一件事')];
  expect((await load(await excel(rewritten), member)).refusal).toMatchObject({
    errors: [{ row: 3, column: '主要事实', code: 'paper-import.drafted-otherwise' }],
  });
});
