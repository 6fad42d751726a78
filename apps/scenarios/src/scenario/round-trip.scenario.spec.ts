// The register and the roster go to Excel and back through the gateway, as an office does it: without a loss, whatever stands in their cells,
// and what a table cannot change is told (ALL-5).
import { beforeAll, expect, test } from 'vitest';
import {
  changeHead,
  dissolveOrganization,
  enterPool,
  EXCEL,
  exportOf,
  exportRoster,
  importRegister,
  importRoster,
  listOrganizations,
  mergeOrganization,
  readImport,
  readRosterImport,
  registerInspector,
  registerOrganization,
  uploadRegister,
  uploadRoster,
  type In,
} from '@xuncha/contracts';
import { linesOf } from '@xuncha/documents';
import { columnLetters, newId, parseDate } from '@xuncha/domain-kit';
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

/** As Excel saves it when the first cell of this column with this text is written over. */
async function withCell(content: Buffer, title: string, before: string, after: string) {
  const lines = await linesOf(content, EXCEL);
  const column = lines[0]!.cells.indexOf(title);
  const row = lines.find(({ cells }) => cells[column] === before)!.row;
  const parts = unzipSync(content);
  const path = 'xl/worksheets/sheet1.xml';
  const cell = new RegExp(`(<c r="${columnLetters(column)}${row}"[^>]*><is><t[^>]*>)[^<]*`);
  const sheet = strFromU8(parts[path]!);
  expect(sheet).toMatch(cell);
  return Buffer.from(zipSync({ ...parts, [path]: strToU8(sheet.replace(cell, `$1${after}`)) }));
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

test('whom one was merged into is no cell: it says so, and where that is done', async () => {
  const before = await exported();
  const rows = await cellsOf(before);
  const into = rows[0]!.indexOf('并入');
  expect(rows.filter((cells) => cells[into] === '=1+1')).toHaveLength(1);
  const { refusal } = await imported(await withCell(before, '并入', '=1+1', '演示别村'));
  expect(refusal!.errors).toMatchObject([{ column: '并入', code: 'register.ends-in-ledger' }]);
  expect(refusal!.errors[0]!.text).toContain('“并入另一组织”');
});

test('the roster comes back as it was taken out; one name that was changed arrives, and no other code', async () => {
  const born = parseDate('1980-05-20');
  const partySince = parseDate('2005-07-01');
  const person = {
    force: 'borrowed',
    sex: 'female',
    born,
    partySince,
    unit: '演示局',
    rank: 'staff',
  } as const;
  for (const [letter, name] of [
    ['A', '=1+1'],
    ['B', '００７（全角）'],
  ]) {
    const said = { ...person, code: `${letter}${unique}`, name, specialities: ['audit'] };
    const { id: inspectorId } = await api.ask(registerInspector, { ...said, on } as never, office);
    await api.ask(enterPool, { inspectorId, seen: 1, on }, office);
  }
  const takenOut = async () =>
    Buffer.from((await api.ask(exportRoster, {}, office)).base64, 'base64') as Buffer<ArrayBuffer>;
  const broughtIn = async (content: Buffer<ArrayBuffer>) => {
    const file = await api.upload(uploadRoster, { name: '名册.xlsx', mediaType: EXCEL, content }, office);
    const { id } = await api.ask(importRoster, { file }, office);
    return eventually(async () => {
      const view = await api.ask(readRosterImport, { importId: id }, office);
      return view.state !== 'running' && view;
    }, 60_000);
  };
  const before = await takenOut();
  const { length: people } = (await cellsOf(before)).slice(1);
  expect(await broughtIn(before)).toMatchObject({ state: 'imported', rows: people, known: people });
  const renamed = await withCell(before, '姓名', '００７（全角）', '演示丁');
  expect(await broughtIn(renamed)).toMatchObject({ registered: 0, known: people - 1 });
  const after = await takenOut();
  expect((await cellsOf(after)).flat()).toContain('演示丁');
  const { refusal } = await broughtIn(await withCell(after, '人员编号', `A${unique}`, `Z${unique}`));
  expect(refusal!.errors).toMatchObject([{ column: '人员编号', code: 'roster.code-changed' }]);
});
