import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  enterPool,
  exportRoster,
  importRoster,
  listInspectors,
  listRosterImports,
  listTalentLooks,
  readRosterImport,
  type FileRef,
} from '@xuncha/contracts';
import { linesOf } from '@xuncha/documents';
import { newId, type Id } from '@xuncha/domain-kit';
import { eventually, type Person } from '@xuncha/testing';
import { on, PoolUnderTest } from '../pool.fixture.js';

let pool: PoolUnderTest;
beforeAll(async () => {
  pool = await PoolUnderTest.start();
});
afterAll(() => pool?.system.stop());

/** As the gateway leaves it. */
const uploaded = (content: Buffer, by: Person, mediaType: FileRef['mediaType'] = 'text/csv') =>
  pool.system.upload(content, { mediaType, name: '名册.csv' }, by);
const LONG_MS = 120_000;
const over = (importId: Id, as: Person) =>
  eventually(async () => {
    const view = await pool.system.ask(readRosterImport, { importId }, as);
    return view.state !== 'running' && view;
  }, LONG_MS);
/** What has come of it in the end. */
async function load(content: Buffer | string, as: Person, mediaType?: string) {
  const file = await uploaded(Buffer.from(content as string), as, mediaType);
  return over((await pool.system.ask(importRoster, { file, on }, as)).id, as);
}
const clerk = async () => pool.system.person('office', { site: await pool.system.openSite() });
const codes = async (as: Person) =>
  (await pool.system.ask(listInspectors, {}, as)).items.map(({ code }) => code);
const header = '人员编号,姓名,力量,性别,出生日期,入党日期,单位代码,职级,专长\n';

test('a roster is imported whole, exported as Excel by whoever may, and imported again without a change (HZP-5)', async () => {
  const { system } = pool;
  const office = await clerk();
  await pool.organization('municipalUnit', { code: 'U1', site: office.site });
  const text = `${header}p1,演示甲001,抽调,女,1980-05-20,2005-07-01,U1,科员,审计、财务\np2,演示乙002,专职,男,1975-01-02,1999-07-01,U1,科员,\n`;
  await load(text, office);
  const { items } = await system.ask(listInspectors, {}, office);
  expect(items).toMatchObject([
    { code: 'p1', state: 'candidate', specialities: ['audit', 'finance'] },
    { code: 'p2' },
  ]);
  for (const { id: inspectorId } of items) await system.ask(enterPool, { inspectorId, seen: 1, on }, office);

  const { mediaType, base64 } = await system.ask(exportRoster, {}, office);
  const content = Buffer.from(base64, 'base64');
  expect((await linesOf(content, mediaType)).map(({ cells }) => cells[1])).toEqual([
    '姓名',
    '演示甲001',
    '演示乙002',
  ]);
  const auditor = await system.person('auditAdministrator', { site: office.site });
  const looks = await system.ask(listTalentLooks, { accountId: office.account }, auditor);
  expect(looks.items.map(({ contract }) => contract)).toEqual(['talent.roster.export']);

  await load(content, office, mediaType);
  const imports = await system.ask(listRosterImports, {}, office);
  expect(imports.items.map(({ rows, registered, known }) => [rows, registered, known])).toEqual([
    [2, 0, 2],
    [2, 2, 0],
  ]);
});

test('what is rewritten in an exported roster arrives, and nothing else; what is exported then is that roster', async () => {
  const { system } = pool;
  const office = await clerk();
  const texts = ['=1+1', '００７（全角）'];
  const rows = texts.map(
    (name, index) => `00${index},${name},抽调,女,1980-05-20,2005-07-01,,演示局,科员,审计\n`,
  );
  await load(header.replace('单位代码', '单位代码,单位名称') + rows.join(''), office);
  const { items } = await system.ask(listInspectors, {}, office);
  for (const { id: inspectorId } of items) await system.ask(enterPool, { inspectorId, seen: 1, on }, office);
  const exported = async () => {
    const { mediaType, base64 } = await system.ask(exportRoster, {}, office);
    return (await linesOf(Buffer.from(base64, 'base64'), mediaType)).map(({ cells }) => [...cells]);
  };
  const cells = await exported();
  expect(cells.slice(1).map(([code, name]) => [code, name])).toEqual(
    texts.map((name, index) => [`00${index}`, name]),
  );
  for (const [title, cell] of [
    ['姓名', '演示新名'],
    ['专长', ''],
  ] as const)
    cells[1]![cells[0]!.indexOf(title)] = cell;
  const csv = cells.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
  expect(await load(csv, office)).toMatchObject({ state: 'imported', rows: 2, registered: 0, known: 1 });
  cells[1]![cells[0]!.indexOf('版本')] = '3';
  expect(await exported()).toEqual(cells);
  expect(await load(csv, office)).toMatchObject({ state: 'imported', known: 2 });
  const recoded = await load(csv.replace('"001"', '"009"'), office);
  expect(recoded.refusal!.errors).toEqual([
    { row: 3, column: '人员编号', code: 'roster.code-changed', text: expect.stringContaining('“版本”') },
  ]);
});

test('a file with one wrong cell registers nobody', async () => {
  const office = await clerk();
  const rows = 'p1,演示甲001,抽调,女,1980-05-20,,,科员,\np2,演示乙002,长期,男,1975-01-02,,,科员,\n';
  expect(await load(header + rows, office)).toMatchObject({
    state: 'refused',
    registered: 0,
    refusal: {
      code: 'table.rows-invalid',
      total: 2,
      errors: [
        { row: 2, code: 'inspector.unit-either' },
        { row: 3, column: '力量', code: 'table.cell-unknown' },
      ],
    },
  });
  expect(await codes(office)).toEqual([]);
});

test('a file without a header leaves no name behind', async () => {
  const office = await clerk();
  const { refusal } = await load('p1,演示甲001,抽调,女,1980-05-20,,,科员,\n', office);
  expect(refusal).toMatchObject({ code: 'table.rows-invalid' });
  expect(JSON.stringify(refusal)).not.toContain('演示甲');
});

test(
  'the same request again does nothing, and five thousand people come in one transaction',
  async () => {
    const { system } = pool;
    const office = await clerk();
    const titles = '人员编号,姓名,力量,性别,出生日期,单位名称,职级\n';
    const rows = Array.from(
      { length: 5_000 },
      (_, index) => `p${index},演示${index},抽调,女,1980-05-20,演示局,科员`,
    );
    const file = await uploaded(Buffer.from(titles + rows.join('\n')), office);
    const request = { idempotencyKey: newId() };
    const first = await system.ask(importRoster, { file, on }, office, request);
    expect(await system.ask(importRoster, { file, on }, office, request)).toEqual(first);
    await over(first.id, office);
    expect((await system.ask(listRosterImports, {}, office)).items).toMatchObject([{ registered: 5_000 }]);
    const [person] = (await system.ask(listInspectors, { limit: 1 }, office)).items;
    expect(person).toMatchObject({ state: 'candidate' });
  },
  LONG_MS,
);
