// A service's user reaches its own schema alone, and what it wrote into the record it cannot take back (architecture.md, Data).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '@xuncha/domain-kit';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { notes, writeNote } from '@xuncha/testing/notes';
import { schemaName } from './database.js';
import { INSERT_ONLY } from './schema.js';

const other = 'planning';
let system: ServicesUnderTest;
const asService = (sql: string) => system.runtime('notes').db.query(sql) as Promise<unknown[]>;
const schema = (service: string) => schemaName(system.config.prefix, service);

beforeAll(async () => {
  system = await startServices([notes]);
  await system.publisher(other);
  const office = await system.person('office');
  await system.ask(writeNote, { organizationId: newId(), text: '事项' }, office);
});
afterAll(() => system?.stop());

test('its own rows can be read', async () => {
  expect(await asService('SELECT 1 FROM note')).toHaveLength(1);
});

test.each([
  ['read', () => `SELECT * FROM \`${schema(other)}\`.journal`],
  ['written', () => `INSERT INTO \`${schema(other)}\`.lease VALUES ('x', NULL, 1, UTC_TIMESTAMP(6))`],
  ['used', () => `USE \`${schema(other)}\``],
])("another service's schema cannot be %s", async (_, sql) => {
  await expect(asService(sql())).rejects.toThrow(/denied/);
});

describe.each([...INSERT_ONLY])('what stands in %s', (table) => {
  test.each([
    ['changed', `UPDATE ${table} SET site = 'x'`],
    ['deleted', `DELETE FROM ${table}`],
    ['cleared', `TRUNCATE TABLE ${table}`],
    ['dropped', `DROP TABLE ${table}`],
    ['put into another form', `ALTER TABLE ${table} ADD COLUMN x INT`],
  ])('cannot be %s', async (_, sql) => {
    await expect(asService(sql)).rejects.toThrow(/denied/);
  });
});

test.each([
  ['make a user', "CREATE USER 'xuncha-test'@'%'"],
  ['give rights', `GRANT ALL ON *.* TO CURRENT_USER()`],
  ['read a file of the server', "SELECT LOAD_FILE('/etc/hostname') IS NOT NULL AS isRead"],
])('it cannot %s', async (_, sql) => {
  const outcome = await asService(sql).then(
    (rows) => Number((rows[0] as { isRead: number }).isRead),
    (error: Error) => error.message,
  );
  expect([0, expect.stringMatching(/denied/)]).toContainEqual(outcome);
});
