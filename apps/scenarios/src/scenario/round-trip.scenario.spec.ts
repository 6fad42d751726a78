// The register goes to Excel and back through the gateway, as an office does it: without a loss, whatever stands in its cells (ALL-5).
import { beforeAll, expect, test } from 'vitest';
import {
  changeHead,
  dissolveOrganization,
  EXCEL,
  exportOf,
  importRegister,
  listOrganizations,
  mergeOrganization,
  readImport,
  registerOrganization,
  uploadRegister,
  type In,
} from '@xuncha/contracts';
import { linesOf } from '@xuncha/documents';
import { newId, parseDate } from '@xuncha/domain-kit';
import { eventually } from '@xuncha/testing';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Api } from '../replay/api.js';
import { Doors } from '../replay/doors.js';
import { installationFrom } from '../replay/installation.js';

const installation = installationFrom(process.env);
const api = new Api(installation.address);
const unique = newId().slice(-8).toUpperCase();
const on = parseDate('2024-02-29');
let office: { readonly token: string };
let above: string;

type Description = Omit<In<typeof registerOrganization>, 'code' | 'kind' | 'parentId'>;
async function registered(code: string, said: Description, parentId?: string): Promise<string> {
  const kind = parentId ? ('village' as const) : ('township' as const);
  const place = parentId ? { parentId } : {};
  return (await api.ask(registerOrganization, { code, kind, ...place, ...said, on }, office)).id;
}

beforeAll(async () => {
  const doors = new Doors(api, installation);
  office = { token: await doors.token(await doors.demonstration('office', '330381')) };
  above = await registered(`RT${unique}`, { name: `演示往返镇${unique}` });
  const one = await registered(
    `00${unique}`,
    { name: '=1+1', category: '00123', villageType: 'village' },
    above,
  );
  await api.ask(changeHead, { organizationId: one, seen: 1, headName: '演示甲', on }, office);
  await registered(`D${unique}`, { name: '2017-05-04', category: '１２３（全角）' }, above);
  await registered(`L${unique}`, { name: '长'.repeat(100), category: '甲\n乙，"丙"；<丁>&戊' }, above);
  const vacant = await registered(`V${unique}`, { name: '1,000.50', divisionCode: '007' }, above);
  await api.ask(changeHead, { organizationId: vacant, seen: 1, headName: '演示乙', on }, office);
  await api.ask(changeHead, { organizationId: vacant, seen: 2, on: parseDate('2024-03-01') }, office);
  const merged = await registered(`M${unique}`, { name: '演示并入村' }, above);
  await api.ask(mergeOrganization, { organizationId: merged, seen: 1, intoId: one, on }, office);
  const gone = await registered(`X${unique}`, { name: '演示撤销村' }, above);
  await api.ask(dissolveOrganization, { organizationId: gone, seen: 1, on }, office);
});

/** The villages of the township, as the button of the ledger gives them. */
async function exported(): Promise<Buffer<ArrayBuffer>> {
  const { path } = exportOf(listOrganizations)!.route;
  const headers = { authorization: `Bearer ${office.token}` };
  const answer = await fetch(`${installation.address}/api/v1${path}?parentId=${above}`, { headers });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}
async function imported(content: Buffer<ArrayBuffer>) {
  const named = { name: '登记册.xlsx', mediaType: EXCEL, content };
  const file = await api.upload(uploadRegister, named, office);
  const { id } = await api.ask(importRegister, { file, on: parseDate('2024-04-01') }, office);
  return eventually(async () => {
    const view = await api.ask(readImport, { importId: id }, office);
    return view.state !== 'running' && view;
  }, 60_000);
}
const cellsOf = async (content: Buffer) => (await linesOf(content, EXCEL)).map(({ cells }) => [...cells]);

/** As Excel saves it when one text is written over another. */
function rewritten(content: Buffer, before: string, after: string): Buffer<ArrayBuffer> {
  const parts = unzipSync(content);
  const path = 'xl/worksheets/sheet1.xml';
  const sheet = strFromU8(parts[path]!);
  expect(sheet.split(`>${before}<`)).toHaveLength(2);
  return Buffer.from(zipSync({ ...parts, [path]: strToU8(sheet.replace(`>${before}<`, `>${after}<`)) }));
}

test('taken out and brought in unchanged, nothing changes and nothing doubles', async () => {
  const before = await exported();
  expect(await cellsOf(before)).toHaveLength(7);
  expect(await imported(before)).toMatchObject({ state: 'imported', rows: 6, registered: 0, known: 6 });
  expect(await cellsOf(await exported())).toEqual(await cellsOf(before));
});

test('with one cell changed just that arrives, and what is taken out then is the changed file', async () => {
  const file = rewritten(await exported(), '１２３（全角）', '甲类\n=1+1');
  expect(await imported(file)).toMatchObject({ state: 'imported', rows: 6, registered: 0, known: 5 });
  const [titles, ...rows] = await cellsOf(file);
  const changed = rows.find((cells) => cells.includes('甲类\n=1+1'))!;
  const version = titles!.indexOf('版本');
  changed[version] = String(Number(changed[version]) + 1);
  expect(await cellsOf(await exported())).toEqual([titles, ...rows]);
  expect(await imported(file)).toMatchObject({ state: 'imported', known: 6 });
});

test('one that ended cannot be changed: its row says so, and nothing of the file is taken', async () => {
  const before = await exported();
  const { state, refusal } = await imported(rewritten(before, '演示撤销村', '演示新村'));
  expect([state, refusal!.errors.map(({ column, code }) => `${column} ${code}`)]).toEqual([
    'refused',
    ['名称 register.code-ended'],
  ]);
  const unknown = await imported(rewritten(before, '分类', '归口'));
  expect(unknown.refusal!.errors).toMatchObject([{ row: 1, column: '归口', code: 'table.column-unknown' }]);
  expect(await cellsOf(await exported())).toEqual(await cellsOf(before));
});
