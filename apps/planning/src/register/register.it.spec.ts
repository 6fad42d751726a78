import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  dissolveOrganization,
  importRegister,
  listImports,
  listOrganizations,
  readImport,
  type FileRef,
} from '@xuncha/contracts';
import { newId, parseDate, type Id } from '@xuncha/domain-kit';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { planning } from '../main.js';

let system: ServicesUnderTest;
beforeAll(async () => {
  system = await startServices([planning]);
});
afterAll(() => system?.stop());

const on = parseDate('2017-01-03');
/** A busy machine may need minutes for what takes seconds by itself. */
const LONG_MS = 180_000;
const clerk = async () => system.person('office', { site: await system.openSite() });

const uploaded = (text: string, by: Person, more: Partial<FileRef> = {}) =>
  system.upload(text, { mediaType: 'text/csv', name: '登记册.csv', ...more }, by);
const read = (importId: Id, as: Person) => system.ask(readImport, { importId }, as);
const over = (importId: Id, as: Person) =>
  eventually(async () => {
    const view = await read(importId, as);
    return view.state !== 'running' && view;
  }, LONG_MS);
/** What has come of it in the end. */
async function load(text: string, as: Person, more: Partial<FileRef> = {}) {
  const { id } = await system.ask(importRegister, { file: await uploaded(text, as, more), on }, as);
  return over(id, as);
}
const everyCode = async (as: Person) =>
  (await system.ask(listOrganizations, { limit: 200 }, as)).items.map(({ code }) => code);
const head = 'code,name,level,parent_code\n';
const small = `${head}v1,演示村,village,t\nt,演示镇,township,\n`;

test('an uploaded register is imported whole, and the import is a record of its own', async () => {
  const office = await clerk();
  const view = await load(small, office);
  expect(view).toMatchObject({
    state: 'imported',
    rows: 2,
    registered: 2,
    known: 0,
    importedOn: on,
    file: { name: '登记册.csv' },
    progress: null,
    refusal: null,
  });
  const { progress: _, refusal: __, ...listed } = view;
  expect((await system.ask(listImports, {}, office)).items).toEqual([listed]);
  const { items } = await system.ask(listOrganizations, {}, office);
  expect(items).toMatchObject([
    { code: 't', kind: 'township', divisionCode: 't', registeredOn: on },
    { code: 'v1', kind: 'village', villageType: 'village', parentId: items[0]!.id },
  ]);
  expect(await system.history('planning', items[1]!.id)).toEqual(['planning.organization.registered']);
  expect(await system.history('planning', view.id)).toEqual([
    'planning.register.importStarted',
    'planning.register.imported',
  ]);
});

test('whoever asked for an import stands in the journal of all that came of it, with their right and role', async () => {
  const office = await clerk();
  const request = { origin: '192.0.2.7' };
  const { id } = await system.ask(
    importRegister,
    { file: await uploaded(small, office), on },
    office,
    request,
  );
  await over(id, office);
  const sql = `SELECT DISTINCT LOWER(HEX(actor)) AS actor, permission, roles, origin, effective FROM journal
    WHERE site = ? AND type LIKE 'planning.organization.%'`;
  expect(await system.look('planning', sql, [office.site])).toEqual([
    {
      actor: office.account.replaceAll('-', ''),
      permission: 'register.write',
      roles: 'office',
      origin: '192.0.2.7',
      effective: expect.anything(),
    },
  ]);
});

test('a second import passes over what is registered alike; the same request again does nothing', async () => {
  const office = await clerk();
  const request = { idempotencyKey: newId() };
  const file = await uploaded(small, office);
  const first = await system.ask(importRegister, { file, on }, office, request);
  expect(await system.ask(importRegister, { file, on }, office, request)).toEqual(first);
  await over(first.id, office);
  expect(await load(`${small}v2,演示新村,village,t\n`, office)).toMatchObject({ registered: 1, known: 2 });
  expect(await everyCode(office)).toEqual(['t', 'v1', 'v2']);
});

test('of two imports of the same codes at once one registers them, and the other finds them registered', async () => {
  const office = await clerk();
  const views = await Promise.all([load(small, office), load(small, office)]);
  expect(views.map(({ registered, known }) => `${registered} and ${known}`).sort()).toEqual([
    '0 and 2',
    '2 and 0',
  ]);
});

describe('nothing is imported', () => {
  test('of a file with faults, which come together with row and column', async () => {
    const office = await clerk();
    const view = await load(`${head}a,甲,village,b\na,乙,village,\nc,丙,hamlet,c\n`, office);
    expect(view).toMatchObject({
      state: 'refused',
      registered: 0,
      refusal: {
        code: 'table.rows-invalid',
        detail: '文件有 4 处错误，一条也没有导入。请按所列的行和列改正后重新上传。',
        total: 4,
        errors: [
          { row: 2, column: 'parent_code', code: 'register.parent-unknown' },
          { row: 3, column: 'code', code: 'register.code-twice', text: '代码与第 2 行重复。' },
          { row: 4, column: 'level', code: 'table.cell-unknown' },
          { row: 4, column: 'parent_code', code: 'register.cycle' },
        ],
      },
    });
    expect(await everyCode(office)).toEqual([]);
    const reader = await system.person('observer', { site: office.site });
    expect((await system.ask(listImports, {}, office)).items).toMatchObject([{ state: 'refused' }]);
    expect((await system.ask(listImports, {}, reader)).items).toEqual([]);
    const hidden = await system.refusal(readImport, { importId: view.id }, reader);
    expect(hidden.code).toBe('record.unknown');
  });

  test('that says otherwise than the register, or names a code that has ended', async () => {
    const office = await clerk();
    await load(small, office);
    const renamed = await load(small.replace('演示村', '别的村'), office);
    const error = { row: 2, column: 'name', code: 'register.registered-otherwise' };
    expect(renamed.refusal).toMatchObject({ total: 1, errors: [error] });
    const { items } = await system.ask(listOrganizations, { code: 'v1' }, office);
    await system.ask(dissolveOrganization, { organizationId: items[0]!.id, seen: 1 }, office);
    const ended = await load(small, office);
    expect(ended.refusal).toMatchObject({ errors: [{ row: 2, code: 'register.code-ended' }] });
  });

  test('of a file that nobody uploaded, that is not what it says, or by somebody who only reads', async () => {
    const office = await clerk();
    const file = await uploaded(small, office);
    const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const codeOf = async (wrong: Partial<FileRef>, as = office) =>
      (await system.refusal(importRegister, { file: { ...file, ...wrong } }, as)).code;
    expect(await codeOf({ sha256: '0'.repeat(64) })).toBe('file.unknown');
    expect(await codeOf({ bytes: 1 })).toBe('file.unknown');
    expect(await codeOf({ mediaType: excel })).toBe('file.unknown');
    expect(await codeOf({ mediaType: 'application/pdf' })).toBe('file.media-type');
    expect(await codeOf({}, await system.person('observer', { site: office.site }))).toBe('access.denied');
    expect(await codeOf({}, await system.person('office', { site: office.site }))).toBe('file.unknown');
    const { refusal } = await load(small, office, { mediaType: excel });
    expect(refusal).toMatchObject({ code: 'file.not-what-it-says', total: 0, errors: [] });
  });
});

describe('of a hundred thousand rows', () => {
  const townships = Array.from({ length: 500 }, (_, index) => `t${index},演示镇${index},township,`);
  const villages = Array.from(
    { length: 99_500 },
    (_, index) => `v${index},演示村${index},village,t${index % 500}`,
  );
  const table = (rows: readonly string[]) => head + [...rows, ...townships].join('\n');

  test(
    'half of which are faulty nothing is imported, and the first five hundred faults are told',
    async () => {
      const office = await clerk();
      const rows = villages.map((row, index) => (index % 2 === 0 ? `v${index},,village,t1` : row));
      const { refusal } = await load(table(rows), office);
      const errors = Array.from({ length: 500 }, (_, index) => ({
        row: 2 + index * 2,
        column: 'name',
        code: 'table.cell-missing',
      }));
      expect(refusal).toMatchObject({ code: 'table.rows-invalid', total: 49_750, errors });
      expect(await everyCode(office)).toEqual([]);
    },
    LONG_MS,
  );

  test(
    'without a fault all are imported in one transaction',
    async () => {
      const office = await clerk();
      expect(await load(table(villages), office)).toMatchObject({ registered: 100_000, refusal: null });
      const [village] = (await system.ask(listOrganizations, { code: 'v99499' }, office)).items;
      const [township] = (await system.ask(listOrganizations, { code: 't499' }, office)).items;
      expect(village).toMatchObject({ parentId: township!.id });
    },
    LONG_MS,
  );
});
