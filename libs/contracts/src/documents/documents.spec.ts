import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { toHeaders } from '../../../service-kit/src/envelope.js';
import { problemTables } from '../../../service-kit/src/problem/problems.js';
import { asyncApiDocument } from './asyncapi.js';
import { referencesIn, type Json } from './json-schema.js';
import { openApiDocument } from './openapi.js';

const require = createRequire(import.meta.url);
const folder = fileURLToPath(new URL('../..', import.meta.url));
const committed = (name: string) => readFileSync(join(folder, name), 'utf8');
const openApi = JSON.parse(committed('openapi.json')) as Json;
const asyncApi = parse(committed('asyncapi.yaml')) as Json;
const asyncApiSchema = require('@asyncapi/specs/schemas/3.0.0-without-$id.json') as Json;

describe.each([
  { name: 'openapi.json', document: openApi, made: () => openApiDocument(problemTables) },
  { name: 'asyncapi.yaml', document: asyncApi, made: asyncApiDocument },
])('$name', ({ document, made }) => {
  test('is what the contracts say; `npm run contracts` writes it anew', () => {
    expect(differences(document, JSON.parse(JSON.stringify(made())), '')).toEqual([]);
  });

  test('refers to nothing that is not there', () => {
    const broken = new Set(referencesIn(document).filter((reference) => !isThere(document, reference)));
    expect([...broken]).toEqual([]);
  });
});

test('openapi.json is OpenAPI 3.1 to a public validator', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(openApi as never);
  expect({ valid, errors, version: validator.version }).toEqual({ valid: true, version: '3.1' });
});

test('asyncapi.yaml is AsyncAPI 3.0 to the schema that its makers publish', () => {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(asyncApiSchema);
  validate(asyncApi);
  expect(validate.errors).toBeNull();
});

test('every code with which a call can be refused stands in openapi.json', () => {
  const { responses } = openApi.components as { responses: Record<string, { 'x-codes': object }> };
  const told = new Set(Object.values(responses).flatMap((response) => Object.keys(response['x-codes'])));
  const codes = [problemTables.common, ...Object.values(problemTables.own)].flatMap(Object.keys);
  // Only an address or a method that openapi.json does not know is refused as unknown.
  expect(codes.filter((code) => !told.has(code))).toEqual(['request.method']);
});

const id = '015cb2a0-8c00-7d90-8723-2ff7c364a289';
const relayed = {
  id,
  source: 'onsite',
  type: 'onsite.finding.confirmed',
  site: '330381',
  version: 1,
  classification: 'internal',
  effective: '2017-06-12',
  time: '2017-06-12T01:30:00Z',
  correlation: id,
  traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
  epoch: 1,
  number: 7,
  ordinal: 9,
} as const;

test('the headers that the relay writes are those that asyncapi.yaml describes', () => {
  const { schemas } = asyncApi.components as { schemas: Record<string, Json> };
  const validate = new Ajv({ validateFormats: false }).compile(schemas.EventHeaders!);
  const headers = toHeaders({ ...relayed, aggregateId: id, actor: id, causation: id });
  const written = Object.fromEntries(headers.keys().map((name) => [name, headers.get(name)]));
  validate(written);
  expect(validate.errors).toBeNull();
  expect(Object.keys(written).toSorted()).toEqual(
    Object.keys(schemas.EventHeaders!.properties as object).toSorted(),
  );
});

/** Where two documents differ; the first few, since one change may show in hundreds of places. */
function differences(one: unknown, other: unknown, at: string): string[] {
  if (one === other) return [];
  if (!isNode(one) || !isNode(other)) return [at];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => differences(one[key], other[key], `${at}/${key}`)).slice(0, 10);
}

function isThere(document: Json, reference: string): boolean {
  const keys = reference.slice('#/'.length).split('/');
  return keys.reduce<unknown>((node, key) => (isNode(node) ? node[key] : undefined), document) !== undefined;
}

function isNode(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
