/** A schema of a contract, reduced to what a form or a table asks of a field. */
import { z } from 'zod';
import * as contracts from '../index.js';

export type Field = {
  readonly required?: true;
  /** Always told, but it may be nothing. */
  readonly nullable?: true;
  /** The contract's own words about the field. */
  readonly says?: string;
} & (
  | { readonly type: 'text'; readonly max?: number }
  | { readonly type: 'number'; readonly min?: number; readonly max?: number }
  | { readonly type: 'id' }
  | { readonly type: 'date' }
  | { readonly type: 'instant' }
  | { readonly type: 'money' }
  | { readonly type: 'flag' }
  | { readonly type: 'file' }
  | { readonly type: 'choice'; readonly of: string; readonly values: readonly string[] }
  | { readonly type: 'list'; readonly item: Field; readonly min?: number; readonly max?: number }
  | { readonly type: 'group'; readonly fields: Fields }
);
export type Fields = Readonly<Record<string, Field>>;

interface Schema {
  type?: string;
  format?: string;
  enum?: string[];
  const?: string;
  description?: string;
  maxLength?: number;
  minLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** Enumerations by their values: describing or allowing null makes a copy, so identity does not last. */
const enumNames = new Map(
  Object.entries(contracts as Record<string, unknown>).flatMap(([name, value]) =>
    value instanceof z.ZodEnum ? [[value.options.join(' '), name] as const] : [],
  ),
);
const MONEY = contracts.Fen.maxValue;

export function fieldsOf(schema: z.ZodType): Record<string, Field> {
  return fieldsIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema);
}

function fieldsIn({ properties = {}, required = [] }: Schema): Record<string, Field> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      fieldOf(name, schema, required.includes(name)),
    ]),
  );
}

function fieldOf(name: string, given: Schema, isRequired: boolean): Field {
  const schema = withoutNull(given);
  // People fill in yuan, whatever a contract counts in.
  const says = (given.description ?? schema.description)?.replace('（分）', '');
  return {
    ...typeOf(name, schema),
    ...(isRequired ? (schema === given ? { required: true } : { nullable: true }) : {}),
    ...(says && says !== 'UUIDv7' ? { says } : {}),
  } as Field;
}

function withoutNull(schema: Schema): Schema {
  const parts = schema.anyOf ?? schema.oneOf;
  const kept = parts?.filter(({ type }) => type !== 'null');
  return kept?.length === 1 ? kept[0]! : schema;
}

function typeOf(name: string, schema: Schema): object {
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (values) return { type: 'choice', of: enumNames.get(values.join(' ')) ?? name, values };
  if (schema.type === 'array')
    return { type: 'list', ...limits(schema), item: fieldOf(name, schema.items ?? {}, true) };
  if (schema.properties && 'sha256' in schema.properties) return { type: 'file' };
  if (schema.properties) return { type: 'group', fields: fieldsIn(schema) };
  if (schema.type === 'boolean') return { type: 'flag' };
  if (schema.type === 'integer' || schema.type === 'number')
    return schema.maximum === MONEY
      ? { type: 'money' }
      : { type: 'number', min: schema.minimum, max: schema.maximum };
  if (schema.format === 'uuid') return { type: 'id' };
  if (schema.format === 'date') return { type: 'date' };
  if (schema.format === 'date-time') return { type: 'instant' };
  return { type: 'text', max: schema.maxLength };
}

function limits({ minItems, maxItems }: Schema) {
  return { ...(minItems ? { min: minItems } : {}), ...(maxItems ? { max: maxItems } : {}) };
}

/** The name under which a contract is exported, by which words are particular to it. */
const exported = new Map(
  Object.entries(contracts as Record<string, unknown>).map(([name, it]) => [it, name]),
);
export function exportName(contract: contracts.Contract): string | undefined {
  return exported.get(contract);
}
