import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { allContracts, type EventContract } from '../index.js';
import { asyncApiDocument } from './asyncapi.js';
import { openApiDocument } from './openapi.js';
import { schemaOf } from './schema.js';

const asyncApiSchema = createRequire(import.meta.url)(
  '@asyncapi/specs/schemas/3.0.0-without-$id.json',
) as object;
const folder = fileURLToPath(new URL('../..', import.meta.url));
const committed = (name: string) => readFileSync(join(folder, name), 'utf8');
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as object;
const events = allContracts().filter((contract): contract is EventContract => contract.kind === 'event');

test('openapi.json is what the contracts say; npm run contracts writes it anew', () => {
  expect(JSON.parse(committed('openapi.json'))).toEqual(asJson(openApiDocument()));
});

test('asyncapi.yaml is what the contracts say; npm run contracts writes it anew', () => {
  expect(parse(committed('asyncapi.yaml'))).toEqual(asJson(asyncApiDocument()));
});

test('openapi.json is a valid OpenAPI 3.1 document', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(committed('openapi.json')) as object);
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  expect(validator.version).toBe('3.1');
});

test('asyncapi.yaml is a valid AsyncAPI 3.0 document', () => {
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: false }).compile(
    asyncApiSchema,
  );
  validate(parse(committed('asyncapi.yaml')));
  expect(validate.errors).toBeNull();
});

test.each(events.map((event) => [event.name, event] as const))(
  '%s as it was published still means the same',
  (name, event) => {
    const published = JSON.parse(committed(`golden/${name}.json`)) as object;
    expect(event.body.parse(published)).toEqual(published);
  },
);

test('no event that was ever published is forgotten', () => {
  const published = readdirSync(join(folder, 'golden')).map((file) => file.replace('.json', ''));
  expect(published.sort()).toEqual(events.map(({ name }) => name).sort());
});

test('one method and address is one contract', () => {
  const addresses = allContracts().flatMap((contract) =>
    contract.kind === 'event' || !contract.route
      ? []
      : [`${contract.route.method} ${contract.route.path.replaceAll(/\{\w+\}/g, '{}')}`],
  );
  const twice = addresses.filter((address, index) => addresses.indexOf(address) !== index);
  expect(twice).toEqual([]);
});

test('an event names no one: every text in its body is of a fixed form or says what it is', () => {
  const vague = events.flatMap(({ name, body }) => freeTexts(schemaOf(body), name));
  expect(vague).toEqual([]);
});

type Node = Record<string, unknown>;
function freeTexts(node: Node, at: string): string[] {
  const isText = node.type === 'string' && !node.enum && !node.format && !node.pattern && !node.const;
  if (isText) return node.description ? [] : [at];
  const members = Object.entries((node.properties ?? {}) as Record<string, Node>);
  const items = node.items ? [['[]', node.items as Node] as const] : [];
  const choices = ((node.anyOf ?? []) as Node[]).map((choice) => ['', choice] as const);
  return [...members, ...items, ...choices].flatMap(([name, child]) => freeTexts(child, `${at}.${name}`));
}
