import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServices, type ServicesUnderTest } from '@xuncha/testing';
import { notes } from '@xuncha/testing/notes';
import { z } from 'zod';
import { shownError } from './log.js';

const secret = '演示丙虚报补贴';
let system: ServicesUnderTest;
beforeAll(async () => {
  system = await startServices([notes]);
});
afterAll(() => system?.stop());

const failureOf = async (attempt: () => unknown): Promise<unknown> => {
  try {
    await attempt();
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
};
const query = (sql: string, values: unknown[]) => system.runtime('notes').db.query(sql, values);
const twice = "INSERT INTO site VALUES (?, 'live', '试', NULL, NULL), (?, 'live', '试', NULL, NULL)";

test.each<[string, () => unknown]>([
  ['a value that the database has twice', () => query(twice, ['secret-site', 'secret-site'])],
  ['a statement that the database does not understand', () => query(`SELEKT '${secret}'`, [secret])],
  ['a value that does not fit', () => query(twice, [secret.repeat(40), 'x'])],
  ['a text that is no JSON', () => JSON.parse(secret)],
  ['a message that has another form', () => z.object({ a: z.enum(['b']) }).parse({ a: secret })],
])('the log repeats nothing of %s', async (_, attempt) => {
  const error = await failureOf(attempt);
  const told = JSON.stringify(shownError(new Error('call failed', { cause: error })));
  expect(told).not.toMatch(/secret-site|演示丙/);
  expect(told).toContain('at ');
});

test('a bug is told with its message and the place where it happened', async () => {
  const bug = await failureOf(() => {
    throw new TypeError('no such thing');
  });
  expect(shownError(bug)).toMatchObject({ type: 'TypeError', message: 'no such thing' });
});
