import { expect, test } from 'vitest';
import { DomainError } from '@xuncha/domain-kit';
import { command, query } from '@xuncha/contracts';
import { z } from 'zod';
import { inputOf, type Parts } from './input.js';

const search = query('test.thing.search', {
  http: 'GET /test/things/{thingId}',
  classification: 'open',
  summary: '试',
  input: z.object({
    thingId: z.string(),
    limit: z.int().optional(),
    open: z.boolean().optional(),
    kind: z.array(z.enum(['a', 'b'])).optional(),
    name: z.string().nullable().optional(),
  }),
  output: z.object({}),
});
const change = command('test.thing.change', {
  http: 'POST /test/things/{thingId}',
  summary: '试',
  input: z.object({
    thingId: z.string(),
    note: z.string(),
    lines: z.array(z.object({ amount: z.int() })).optional(),
  }),
});
const from = (parts: Partial<Parts>): Parts => ({ path: { thingId: 'x' }, query: {}, body: {}, ...parts });
const errorsOf = (attempt: () => unknown) => {
  try {
    attempt();
  } catch (error) {
    return (error as DomainError).facts.errors;
  }
  throw new Error('not refused');
};

test('texts of the query string become what the contract says they are', () => {
  const texts = { limit: '20', open: 'false', kind: ['a', 'b'], name: '12' };
  expect(inputOf(search, from({ query: texts }))).toEqual({
    thingId: 'x',
    limit: 20,
    open: false,
    kind: ['a', 'b'],
    name: '12',
  });
  expect(inputOf(search, from({ query: { kind: 'a' } }))).toMatchObject({ kind: ['a'] });
});

test('a text that is no number stays a text, so that the service names the field', () => {
  expect(inputOf(search, from({ query: { limit: 'many', open: '1' } }))).toMatchObject({
    limit: 'many',
    open: '1',
  });
});

test('fields that the contract does not know are refused, at whatever depth', () => {
  const body = { note: '试', extra: 1, lines: [{ amount: 1 }, { amount: 2, sum: 3 }] };
  expect(errorsOf(() => inputOf(change, from({ body })))).toEqual([
    { field: 'extra', code: 'unrecognized_keys' },
    { field: 'lines.1.sum', code: 'unrecognized_keys' },
  ]);
  expect(errorsOf(() => inputOf(search, from({ query: { limits: '1' } })))).toEqual([
    { field: 'limits', code: 'unrecognized_keys' },
  ]);
});

test('which record is meant stands in the address and nowhere else', () => {
  expect(errorsOf(() => inputOf(change, from({ body: { thingId: 'y', note: '试' } })))).toEqual([
    { field: 'thingId', code: 'unrecognized_keys' },
  ]);
});

test.each([[[]], ['text'], [null], [1]])('a body that is no object is no input', (body) => {
  expect(errorsOf(() => inputOf(change, from({ body })))).toEqual([{ field: '', code: 'invalid_type' }]);
});

test('a name that JavaScript itself uses is an unknown field like any other', () => {
  const body = JSON.parse('{"note":"试","__proto__":{"note":"x"},"constructor":1}') as unknown;
  expect(errorsOf(() => inputOf(change, from({ body })))).toHaveLength(2);
});
