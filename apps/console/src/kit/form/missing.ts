/** What a person can be told before anything is sent: what must be filled in and is not. */
import type { Field, Fields } from '../field.js';

type Values = Readonly<Record<string, unknown>>;

/** Path of each field that is missing, with what to do. */
export function missingIn(fields: Fields, values: Values, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, field] of Object.entries(fields))
    for (const [at, text] of missingAt(field, values[name], path + name)) found.set(at, text);
  return found;
}

function* missingAt(field: Field, value: unknown, path: string): Generator<[string, string]> {
  const isEmpty =
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    // Typed and taken out again.
    (field.type === 'group' && Object.keys(complete(field.fields, value as Values)).length === 0);
  if (field.type === 'flag') return;
  if (isEmpty) {
    if (isNeeded(field) && field.type === 'group') yield* missingIn(field.fields, {}, `${path}.`);
    else if (isNeeded(field)) yield [path, field.type === 'list' ? '至少填一项' : '请填写'];
    return;
  }
  if (field.type === 'group') yield* missingIn(field.fields, value as Values, `${path}.`);
  if (field.type === 'list' && field.item.type === 'group')
    for (const [index, row] of (value as Values[]).entries())
      yield* missingIn(field.item.fields, row, `${path}.${index}.`);
}

/** Whether somebody has to do something about it: a flag is no unless it is touched, and a list may be empty where it may be. */
export function isNeeded(field: Field): boolean {
  if (field.type === 'flag' || (field.type === 'list' && !field.min)) return false;
  return field.required ?? false;
}

/** As the contract wants it: nothing for what was left empty, `false`, `[]` and `null` for what it insists on being told. */
export function complete(fields: Fields, values: Values): Values {
  const entries = Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
    const value = completed(field, values[name]);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

function completed(field: Field, value: unknown): unknown {
  if (value === undefined || value === null || value === '') {
    if (field.nullable) return null;
    if (field.required && field.type === 'flag') return false;
    if (field.required && field.type === 'list') return [];
    if (field.required && field.type === 'group') return complete(field.fields, {});
    return undefined;
  }
  if (field.type === 'group') {
    const group = complete(field.fields, value as Values);
    if (field.required || Object.keys(group).length > 0) return group;
    return field.nullable ? null : undefined;
  }
  if (field.type === 'list' && field.item.type === 'group') {
    const { fields } = field.item;
    return (value as Values[]).map((row) => complete(fields, row));
  }
  return value;
}
