// No refusal puts a code into a sentence: what programs call by a code is said by its word, or it does not get into the sentence.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allContracts } from '@xuncha/contracts';
import { z } from 'zod';
import { sayings, type Saying } from './facts.js';
import { problemOf, problemTables } from './problems.js';

type Schema = Readonly<Record<string, unknown>>;

const texts = [problemTables.common, ...Object.values(problemTables.own)].flatMap((table) =>
  Object.entries(table).map(([code, [, text]]) => ({ code, text })),
);
const factsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, fact]) => fact!);
const named = new Set(texts.flatMap(({ text }) => factsOf(text)));
const saidAs = (is: (saying: Saying) => boolean) =>
  [...sayings].flatMap(([fact, saying]) => (is(saying) ? [fact] : []));
/** Whatever comes as one of these gets into the sentence. */
const free = new Set(saidAs((saying) => saying === 'written' || saying === 'program'));
const isForPrograms = (code: string) => /^(request|client)\./.test(code);

test('how every fact is said is known, and nothing else', () => {
  const parts = ['authority', 'nature', 'title'];
  expect([...named].filter((fact) => !sayings.has(fact))).toEqual([]);
  expect([...sayings.keys()].filter((fact) => !named.has(fact) && !parts.includes(fact))).toEqual([]);
});

describe('a code in place of a fact', () => {
  const codes = ['deputyDivision', 'poverty-relief', 'state', 'breach/city', { kind: 'keyProject' }];

  test.each(texts.filter(({ text }) => factsOf(text).length > 0))('stays out of $code', ({ code, text }) => {
    const facts = factsOf(text).filter((fact) => !free.has(fact));
    for (const value of [...codes, codes]) {
      const { detail } = problemOf(code, Object.fromEntries(facts.map((fact) => [fact, value])));
      expect(detail).not.toMatch(/deputyDivision|poverty|state|breach|keyProject/);
    }
  });

  test('is what only programs are told, who wrote it', () => {
    const program = new Set(saidAs((saying) => saying === 'program'));
    const told = texts.filter(({ text }) => factsOf(text).some((fact) => program.has(fact)));
    expect(told.map(({ code }) => code).filter((code) => !isForPrograms(code))).toEqual([]);
  });
});

test('what is a choice in any contract is never said as it stands', () => {
  const choices = new Set(
    allContracts().flatMap((contract) => {
      const schemas =
        'body' in contract ? [contract.body] : 'input' in contract ? [contract.input, contract.output] : [];
      return schemas.flatMap((schema) => choicesIn(z.toJSONSchema(schema, { io: 'input' }) as Schema));
    }),
  );
  const inLists = [...choices].flatMap((name) => [name, name.replace(/y$/, 'ie') + 's', `${name}s`]);
  expect(inLists.filter((name) => free.has(name))).toEqual([]);
});

test('words are Chinese, or what everybody calls such a file', () => {
  const words = [...sayings.values()].flatMap((saying) =>
    saying instanceof Map ? [...saying.values()] : [],
  );
  expect(words.filter((word) => !/^(\p{Script=Han}+|[A-Z]+|Word|Excel|[A-Za-z]+ 图片)$/u.test(word))).toEqual(
    [],
  );
});

test('a value has the word that the screen has for it', () => {
  const screen = new URL('../../../../libs/documents/words/values.json', import.meta.url);
  const shown = JSON.parse(readFileSync(screen, 'utf8')) as Record<string, Record<string, string>>;
  const of = { rank: 'Rank', authority: 'Authority', nature: 'ClueNature' };
  for (const [fact, name] of Object.entries(of))
    expect(Object.fromEntries(sayings.get(fact) as ReadonlyMap<string, string>)).toEqual(shown[name]);
});

test('every kind of file that can be uploaded has a word', () => {
  const words = sayings.get('mediaType') as ReadonlyMap<string, string>;
  const taken = allContracts().flatMap((contract) => ('mediaTypes' in contract ? contract.mediaTypes : []));
  expect(taken.filter((mediaType) => !words.has(mediaType))).toEqual([]);
});

test('a sentence itself has no identifier in it', () => {
  const bare = texts.map(({ code, text }) => ({ code, text: text.replaceAll(/\{\w+\}/g, '') }));
  const coded = bare.filter(
    ({ code, text }) => !isForPrograms(code) && /[a-z][A-Z]|[a-z][._/-][a-z]|_/.test(text),
  );
  expect(coded.map(({ code }) => code)).toEqual([]);
});

test('what is said, in the words of the screen', () => {
  const said = (code: string, facts: Schema) => problemOf(code, facts).detail;
  expect(said('team.rank', { ranks: ['division', 'deputyDivision'], rank: 'section' })).toContain(
    '（正处、副处），所提人选为正科。',
  );
  expect(said('routing.route-twice', { routes: [{ nature: 'breach', authority: 'city' }] })).toContain(
    '：违纪（市管）。',
  );
  expect(said('item.five-see-incomplete', { missing: ['person', 'accountability'] })).toContain(
    '：见人、见责任。',
  );
  const findings = [{ findingId: 'f', title: '账目不清', missing: ['persons', 'proposedResult'] }];
  expect(said('finding.five-see-missing', { findings })).toContain('：账目不清（见人、见结果）。');
  expect(said('service.away', { service: 'onsite' })).toContain('（现场）');
  expect(said('plan.unknown-finding', { findingIds: ['a', 'b'] })).toContain('有 2 个问题');
  expect(said('site.clock-back', { clock: '2017-03-01T00:00:00.000Z' })).toContain('2017-03-01 08:00');
  expect(said('administrator.change-lapsed', {})).toContain('—');
});

/** Names of the fields whose value is one of several. */
function choicesIn(schema: Schema, name?: string): string[] {
  const inner = [schema.items, schema.anyOf, schema.allOf, schema.additionalProperties]
    .flat()
    .filter(Boolean);
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  return [
    ...(name && Array.isArray(schema.enum) && schema.enum.some((one) => typeof one === 'string')
      ? [name]
      : []),
    ...inner.flatMap((one) => (typeof one === 'object' ? choicesIn(one as Schema, name) : [])),
    ...fields.flatMap(([field, one]) => choicesIn(one, field)),
  ];
}
