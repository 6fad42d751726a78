/** An input for every contract, made from its schema, so that what refuses it is not its form. */
import type { CommandContract, QueryContract } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';

export type Callable = CommandContract | QueryContract;
/** Which id stands in a field, such as `roundId`. */
export type IdOf = (field: string) => string;

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly format?: string;
  readonly pattern?: string;
}

/** With every field that is needed, and every other that holds an id. */
export function inputOf(contract: Callable, idOf: IdOf): Record<string, unknown> {
  return valueOf(contract.input.toJSONSchema({ io: 'input' }) as Schema, '', idOf) as Record<string, unknown>;
}

/** The same as of today, which in a rehearsal is another day than in the schema's examples. */
export function todaysInput(contract: Callable, idOf: IdOf): Record<string, unknown> {
  const { on: _on, ...input } = inputOf(contract, idOf);
  return input;
}

/** Whether an id of a record stands anywhere in it. */
export function namesRecords(contract: Callable): boolean {
  let named = false;
  inputOf(contract, () => {
    named = true;
    return newId();
  });
  return named;
}

function valueOf(schema: Schema, field: string, idOf: IdOf): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return valueOf(choices[0]!, field, idOf);
  if (schema.properties) return objectOf(schema, idOf);
  if (schema.items) {
    const length = Math.max(schema.minItems ?? 0, 1);
    return Array.from({ length }, () => valueOf(schema.items!, field.replace(/s$/, ''), idOf));
  }
  if (schema.type === 'string') return textOf(schema, field, idOf);
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1);
  return schema.type === 'boolean' ? false : {};
}

function objectOf({ properties = {}, required = [] }: Schema, idOf: IdOf): object {
  const wanted = Object.entries(properties).filter(
    ([name]) => required.includes(name) || /Ids?$/.test(name) || name === 'on',
  );
  return Object.fromEntries(wanted.map(([name, schema]) => [name, valueOf(schema, name, idOf)]));
}

const day = '2024-05-06';
let serial = 0;

function textOf(
  { format, pattern, minLength = 1, maxLength = Infinity }: Schema,
  field: string,
  idOf: IdOf,
): string {
  if (format === 'uuid') return idOf(field);
  if (format === 'date') return day;
  if (format === 'date-time') return `${day}T01:00:00Z`;
  serial += 1;
  // Codes are new each time, so that none is taken by the attempt before.
  const candidates = [
    `x${process.pid}-${serial}`,
    'teams',
    'onsite.workingPaper.draft',
    'livelihood:yes',
    'K7QX2M4ZP5RT6WYA',
    'a'.repeat(43),
    'a'.repeat(64),
    '演示'.repeat(minLength),
  ];
  const found = candidates.find(
    (text) =>
      text.length >= minLength && text.length <= maxLength && new RegExp(pattern ?? '', 'u').test(text),
  );
  if (found === undefined) throw new Error(`no value for ${field}: ${pattern}`);
  return found;
}
