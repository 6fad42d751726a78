// What may come in between while an import is under way: it is taken up again, or says clearly that it was not done.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  importFiles,
  importRegister,
  listOrganizations,
  mergeOrganization,
  readImport,
  registerTemplate,
  type FileRef,
} from '@xuncha/contracts';
import { linesOf } from '@xuncha/documents';
import { idToBytes, newId, parseDate, type Id } from '@xuncha/domain-kit';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { planning } from '../main.js';

let system: ServicesUnderTest;
beforeAll(async () => {
  system = await startServices([planning]);
});
afterAll(() => system?.stop());

const on = parseDate('2017-01-03');
const LONG_MS = 120_000;
const clerk = async () => system.person('office', { site: await system.openSite() });
const villages = (count: number) =>
  `code,name,kind\n${Array.from({ length: count }, (_, index) => `v${index},演示村${index},village`).join('\n')}`;

async function begun(rows: number, as: Person): Promise<Id> {
  return importOf(await uploaded(villages(rows), as), as);
}
const uploaded = (content: string | Buffer, by: Person, mediaType = 'text/csv') =>
  system.upload(content, { mediaType, name: '登记册.csv' }, by);
const importOf = async (file: FileRef, as: Person) => (await system.ask(importRegister, { file, on }, as)).id;
const read = (importId: Id, as: Person) => system.ask(readImport, { importId }, as);
const over = (importId: Id, as: Person) =>
  eventually(async () => {
    const view = await read(importId, as);
    return view.state !== 'running' && view;
  }, LONG_MS);
async function organizationsOf({ site }: Person): Promise<number> {
  const sql = 'SELECT COUNT(*) AS number FROM organization WHERE site = ?';
  const [row] = await system.look<{ number: number | string }>('planning', sql, [site]);
  return Number(row!.number);
}

/** Another replica seems to be at work in the site: nothing there is taken up until it is let go. */
async function heldBack(site: string) {
  const id = idToBytes(newId());
  const columns = 'site, record_id, aggregate, asked_by, attempts, holder, held_until, done, total';
  await system.look(
    'planning',
    `INSERT INTO errand (${columns}) VALUES (?, ?, 'planning.register', '{}', 1, ?, UTC_TIMESTAMP(6) + INTERVAL 1 HOUR, 0, 0)`,
    [site, id, id],
  );
  return () => system.look('planning', 'DELETE FROM errand WHERE record_id = ?', [id]);
}

test(
  'an import whose connection is lost in the middle leaves nothing, and is taken up again from its beginning',
  async () => {
    const office = await clerk();
    const id = await begun(8_000, office);
    const [open] = await eventually(async () => {
      const sql =
        'SELECT trx_mysql_thread_id AS thread FROM information_schema.innodb_trx WHERE trx_rows_modified > 1500';
      const found = await system.look<{ thread: number }>('planning', sql);
      return found.length > 0 && found;
    }, LONG_MS);
    expect(await organizationsOf(office)).toBe(0);
    await system.look('planning', `KILL ${open!.thread}`);
    expect(await over(id, office)).toMatchObject({ state: 'imported', registered: 8_000 });
    expect(await organizationsOf(office)).toBe(8_000);
    expect(await system.history('planning', id)).toEqual([
      'planning.register.importStarted',
      'planning.register.imported',
    ]);
  },
  LONG_MS,
);

test('while it waits it can be found; whoever may not import any more by then imports nothing', async () => {
  const office = await clerk();
  const letGo = await heldBack(office.site);
  const id = await begun(3, office);
  expect(await read(id, office)).toMatchObject({ state: 'running', progress: null });
  const account = idToBytes(office.account);
  await system.look('planning', 'DELETE FROM access_grant WHERE account_id = ?', [account]);
  await letGo();
  const other = await system.person('office', { site: office.site });
  expect(await over(id, other)).toMatchObject({ state: 'refused', refusal: { code: 'access.denied' } });
  expect(await organizationsOf(office)).toBe(0);
});

test('the template is read as it is: each of its columns is known, and its example is nobody', async () => {
  const office = await clerk();
  const { base64, mediaType, columns } = await system.ask(registerTemplate, {}, office);
  const content = Buffer.from(base64, 'base64');
  const lines = await linesOf(content, mediaType);
  expect(lines.map(({ cells }) => cells)).toEqual([
    columns.map(({ title, needed }) => (needed ? `* ${title}` : title)),
  ]);
  const untouched = await over(await importOf(await uploaded(content, office, mediaType), office), office);
  expect(untouched).toMatchObject({ state: 'imported', rows: 0, registered: 0 });
});

test('a file with faults comes back with them marked, and sent again unmended it is refused for the same', async () => {
  const office = await clerk();
  const table = 'code,name,kind\nv1,演示村一,village\nv2,,village\n#N/A,演示村三,寺\n';
  const faulty = await uploaded(table, office);
  const id = await importOf(faulty, office);
  const { refusal } = await over(id, office);
  const at = (row: number, column: string, code: string) => ({ row, column, code, text: expect.any(String) });
  const errors = [
    at(3, 'name', 'table.cell-missing'),
    at(4, 'code', 'table.cell-error'),
    at(4, 'kind', 'table.cell-unknown'),
  ];
  expect(refusal).toMatchObject({ code: 'table.rows-invalid', total: 3, errors });
  expect(refusal!.marked!.name).toBe('登记册（标出错误）.xlsx');
  const { sha256 } = refusal!.marked!;
  const { file } = await system.ask(importFiles.named, { importId: id, sha256 }, office);
  const marked = await system.runtime('planning').contents.readWhole(file as FileRef, 1e8);
  const sent = await uploaded(marked, office, (file as FileRef).mediaType);
  const again = await over(await importOf(sent, office), office);
  expect(again.refusal).toMatchObject({ total: 3, errors, marked: { name: '登记册（标出错误）.xlsx' } });
});

test('a row taken out of the ledger changes its one organization, and sent again changes nothing', async () => {
  const office = await clerk();
  await over(await begun(3, office), office);
  const taken = await uploaded('代码,名称,类别,版本\nv0,演示村0,村,1\nv1,演示新村,村,1\n', office);
  expect(await over(await importOf(taken, office), office)).toMatchObject({
    rows: 2,
    registered: 0,
    known: 1,
  });
  const { items } = await system.ask(listOrganizations, {}, office);
  expect(items.map(({ name, version }) => `${name} ${version}`)).toEqual([
    '演示村0 1',
    '演示新村 2',
    '演示村2 1',
  ]);
  expect(await over(await importOf(taken, office), office)).toMatchObject({ rows: 2, known: 2 });
  expect(await system.history('planning', items[1]!.id)).toEqual([
    'planning.organization.registered',
    'planning.organization.changed',
  ]);
});

test('what no row can change is told at its cell, with where it is done instead, and nothing of the file is taken', async () => {
  const office = await clerk();
  await over(await begun(3, office), office);
  const { items } = await system.ask(listOrganizations, {}, office);
  const [into, merged] = items as [(typeof items)[0], (typeof items)[0]];
  await system.ask(mergeOrganization, { organizationId: merged.id, seen: 1, intoId: into.id }, office);
  const taken = (name: string, state: string, mergedInto: string) =>
    uploaded(
      `代码,名称,类别,状态,并入,版本\nv0,${name},村,在册,,1\nv1,演示村1,村,${state},${mergedInto},2\n`,
      office,
    );
  const { refusal } = await over(await importOf(await taken('演示新村', '在册', '演示村2'), office), office);
  const text = expect.stringContaining('“并入另一组织”');
  expect(refusal!.errors).toEqual([
    { row: 3, column: '状态', code: 'register.ends-in-ledger', text },
    { row: 3, column: '并入', code: 'register.ends-in-ledger', text },
  ]);
  const mended = await importOf(await taken('演示新村', '已并入', '演示村0'), office);
  expect(await over(mended, office)).toMatchObject({ state: 'imported', rows: 2, known: 1 });
});

test('what breaks off again and again is given up, and says so', async () => {
  const office = await clerk();
  const letGo = await heldBack(office.site);
  const id = await begun(3, office);
  await system.look('planning', 'UPDATE errand SET attempts = 5 WHERE record_id = ?', [idToBytes(id)]);
  await letGo();
  expect(await over(id, office)).toMatchObject({ state: 'refused', refusal: { code: 'import.broken-off' } });
  expect((await system.ask(listOrganizations, {}, office)).items).toEqual([]);
});
