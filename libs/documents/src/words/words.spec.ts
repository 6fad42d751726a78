// Nobody meets an English identifier on the screen: whatever a contract can ask or answer has its word.
import { expect, test } from 'vitest';
import * as contracts from '@xuncha/contracts';
import { fieldsOf, type Field, type Fields } from '@xuncha/contracts/fields';
import { fieldWord, valueWord, words } from './words.js';

type Routed = contracts.CommandContract | contracts.QueryContract;

const routed = Object.entries(contracts as Record<string, unknown>).filter(
  (entry): entry is [string, Routed] =>
    ['command', 'query'].includes((entry[1] as Routed | null)?.kind as string) &&
    (entry[1] as Routed).route !== undefined,
);

function* within(fields: Fields): Generator<[string, Field]> {
  for (const [name, field] of Object.entries(fields)) {
    yield [name, field];
    const inner = field.type === 'list' ? field.item : field;
    if (inner.type === 'group') yield* within(inner.fields);
    if (field.type === 'list' && inner.type === 'choice') yield [name, inner];
  }
}

const isChinese = (text: string) => /\p{Script=Han}|^[A-Z][A-Za-z0-9-]*$|^%$/u.test(text);

/** Counts answer the states of their ledger, which are values there. */
const shown = routed
  .filter(([name]) => !name.startsWith('count'))
  .flatMap(([contract, { input, output }]) =>
    [...within(fieldsOf(input)), ...within(fieldsOf(output))].map(([name, field]) => ({
      contract,
      name,
      field,
    })),
  );
const once = (found: readonly string[]) => [...new Set(found)].toSorted();

test('every field has a word', () => {
  const wordless = shown.filter(({ contract, name }) => !isChinese(fieldWord(name, contract)));
  expect(once(wordless.map(({ contract, name }) => `${contract}.${name}`))).toEqual([]);
});

test('every value to choose or show has a word', () => {
  const values = shown.flatMap(({ field }) =>
    field.type === 'choice' ? field.values.map((value) => ({ of: field.of, value })) : [],
  );
  const wordless = values.filter(({ of, value }) => !isChinese(valueWord(of, value)));
  expect(once(wordless.map(({ of, value }) => `${of}.${value}`))).toEqual([]);
});

test('every command has a word for its button', () => {
  const commands = routed.filter(([, { kind }]) => kind === 'command').map(([name]) => name);
  expect(commands.filter((name) => !isChinese(words.commands[name] ?? ''))).toEqual([]);
});
