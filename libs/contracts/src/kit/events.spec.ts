import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wholeSchema } from '../documents/json-schema.js';
import { allContracts } from '../index.js';
import { isFree, textsIn } from './texts.fixture.js';

const golden = new URL('../../golden/', import.meta.url);
const published = readdirSync(golden).map((file) => file.replace(/\.json$/, ''));
const readGolden = (name: string) =>
  JSON.parse(readFileSync(new URL(`${name}.json`, golden), 'utf8')) as unknown;
const events = allContracts().filter((contract) => contract.kind === 'event');
const names = events.map(({ name }) => name);

test('every event has an example of how it is published; `npm run contracts` drafts it', () => {
  expect(names.filter((name) => !published.includes(name))).toEqual([]);
});

test('no event that was ever published is forgotten', () => {
  expect(published.filter((name) => !names.includes(name))).toEqual([]);
});

test.each(published)('%s, as it was once published, can be read and says the same', (name) => {
  const body = readGolden(name);
  const event = events.find((contract) => contract.name === name)!;
  expect(event.body.parse(body)).toEqual(body);
});

const texts = events.flatMap(({ name, body }) => textsIn(wholeSchema(body), name));

test('an event carries no free text: every text has a form, or says what it is (lifecycle.md, Events)', () => {
  const free = texts.filter((text) => isFree(text) && !text.schema.description);
  expect(free.map(({ at }) => at)).toEqual([]);
});

test('an event names no one: persons are pseudonyms, and what has a name is no person (rules.md 5)', () => {
  const pseudonym = '^[A-Z2-7]{16,52}$';
  const naming = texts.filter(
    ({ at, schema: { pattern, format, description } }) =>
      (/persons?$/i.test(at) && pattern !== pseudonym && format !== 'uuid') ||
      (/name$/i.test(at) && !description?.includes('不是人名')) ||
      /(contact|phone|mobile|address|idCard|idNumber|head|sender|responsible|reviewer|author)$/i.test(at),
  );
  expect(naming.map(({ at }) => at)).toEqual([]);
});
