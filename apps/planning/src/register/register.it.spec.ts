import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  dissolveOrganization,
  importRegister,
  listImports,
  listOrganizations,
  readImport,
  type FileRef,
} from '@xuncha/contracts';
import { newId, parseDate } from '@xuncha/domain-kit';
import { ContentStore } from '@xuncha/service-kit';
import { eventually, startServices, type Person, type ServicesUnderTest } from '@xuncha/testing';
import { planning } from '../main.js';

let system: ServicesUnderTest;
beforeAll(async () => {
  system = await startServices([planning]);
});
afterAll(() => system?.stop());

const on = parseDate('2017-01-03');
const clerk = async () => system.person('office', { site: await system.openSite() });

/** As the gateway leaves it. */
async function uploaded(text: string, more: Partial<FileRef> = {}): Promise<FileRef> {
  const content = Buffer.from(text);
  async function* stream() {
    yield content;
  }
  const pass = { chunk: () => undefined, end: () => undefined };
  const written = await new ContentStore(system.config).write(stream(), { maxBytes: 1e8, pass });
  return { ...written, mediaType: 'text/csv', name: '登记册.csv', ...more };
}
const load = async (text: string, as: Person) =>
  system.ask(importRegister, { file: await uploaded(text), on }, as);
const everyCode = async (as: Person) =>
  (await system.ask(listOrganizations, { limit: 200 }, as)).items.map(({ code }) => code);
const head = 'code,name,level,parent_code\n';
const small = `${head}v1,演示村,village,t\nt,演示镇,township,\n`;

test('an uploaded register is imported whole, and the import is a record of its own', async () => {
  const office = await clerk();
  const { id } = await load(small, office);
  const view = await system.ask(readImport, { importId: id }, office);
  expect(view).toMatchObject({
    rows: 2,
    registered: 2,
    known: 0,
    importedOn: on,
    file: { name: '登记册.csv' },
  });
  expect((await system.ask(listImports, {}, office)).items).toEqual([view]);
  const { items } = await system.ask(listOrganizations, {}, office);
  expect(items).toMatchObject([
    { code: 't', kind: 'township', divisionCode: 't', registeredOn: on },
    { code: 'v1', kind: 'village', villageType: 'village', parentId: items[0]!.id },
  ]);
  expect(await system.history('planning', items[1]!.id)).toEqual(['planning.organization.registered']);
});

test('a second import passes over what is registered alike; the same request again does nothing', async () => {
  const office = await clerk();
  const request = { idempotencyKey: newId() };
  const file = await uploaded(small);
  const first = await system.ask(importRegister, { file, on }, office, request);
  expect(await system.ask(importRegister, { file, on }, office, request)).toEqual(first);
  const { id } = await load(`${small}v2,演示新村,village,t\n`, office);
  expect(await system.ask(readImport, { importId: id }, office)).toMatchObject({ registered: 1, known: 2 });
  expect(await everyCode(office)).toEqual(['t', 'v1', 'v2']);
});

describe('nothing is imported', () => {
  test('of a file with faults, which come together with row and column', async () => {
    const office = await clerk();
    const file = await uploaded(`${head}a,甲,village,b\na,乙,village,\nc,丙,hamlet,c\n`);
    const refused = await system.refusal(importRegister, { file }, office);
    expect(refused).toEqual({
      code: 'table.rows-invalid',
      facts: {
        total: 4,
        errors: [
          { row: 2, column: 'parent_code', code: 'register.parent-unknown' },
          { row: 3, column: 'code', code: 'register.code-twice', sameAsRow: 2 },
          { row: 4, column: 'level', code: 'table.cell-unknown' },
          { row: 4, column: 'parent_code', code: 'register.cycle' },
        ],
      },
    });
    expect(await everyCode(office)).toEqual([]);
    expect((await system.ask(listImports, {}, office)).items).toEqual([]);
  });

  test('that says otherwise than the register, or names a code that has ended', async () => {
    const office = await clerk();
    await load(small, office);
    const renamed = await system.refusal(
      importRegister,
      { file: await uploaded(small.replace('演示村', '别的村')) },
      office,
    );
    const error = { row: 2, column: 'name', code: 'register.registered-otherwise' };
    expect(renamed.facts).toEqual({ total: 1, errors: [error] });
    const { items } = await system.ask(listOrganizations, { code: 'v1' }, office);
    await system.ask(dissolveOrganization, { organizationId: items[0]!.id, seen: 1 }, office);
    const ended = await system.refusal(importRegister, { file: await uploaded(small) }, office);
    expect(ended.facts).toMatchObject({ errors: [{ row: 2, code: 'register.code-ended' }] });
  });

  test('of a file that nobody uploaded, that is not what it says, or by somebody who only reads', async () => {
    const office = await clerk();
    const file = await uploaded(small);
    const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const codeOf = async (wrong: Partial<FileRef>, as = office) =>
      (await system.refusal(importRegister, { file: { ...file, ...wrong } }, as)).code;
    expect(await codeOf({ sha256: '0'.repeat(64) })).toBe('file.unknown');
    expect(await codeOf({ bytes: 1 })).toBe('file.changed');
    expect(await codeOf({ bytes: 10 ** 9 })).toBe('file.too-large');
    expect(await codeOf({ mediaType: excel })).toBe('file.not-what-it-says');
    expect(await codeOf({ mediaType: 'application/pdf' })).toBe('file.media-type');
    expect(await codeOf({}, await system.person('observer', { site: office.site }))).toBe('access.denied');
  });
});

test('a province is imported in one transaction: twenty thousand rows', async () => {
  const office = await clerk();
  const rows = Array.from(
    { length: 20_000 },
    (_, index) => `v${index},演示村${index},village,t${index % 500}`,
  );
  const townships = Array.from({ length: 500 }, (_, index) => `t${index},演示镇${index},township,`);
  const file = await uploaded(head + [...rows, ...townships].join('\n'));
  // Where a busy machine answers late, it is asked again under the same key, as a client does.
  const again = { idempotencyKey: newId() };
  const { id } = await eventually(() => system.ask(importRegister, { file, on }, office, again), 45_000);
  expect(await system.ask(readImport, { importId: id }, office)).toMatchObject({ registered: 20_500 });
  const { items } = await system.ask(listOrganizations, { code: 'v19999' }, office);
  const [township] = (await system.ask(listOrganizations, { code: 't499' }, office)).items;
  expect(items).toMatchObject([{ parentId: township!.id }]);
});
