/** Values of a ledger as people read them, by the types of their fields: words for codes, names for ids. */
import { allContracts } from '@xuncha/contracts';
import type { Field } from '@xuncha/contracts/fields';
import { fieldWord, referredBy, valueWord } from '@xuncha/documents';
import type { Names } from './names.js';

export interface Place {
  /** The name under which the ledger's contract is exported. */
  readonly ledger: string | undefined;
  readonly names: Names;
}

/** Texts that are codes with a word of their own. */
const coded: ReadonlySet<string> = new Set(['profile', 'theme']);
/** Texts that are names of contracts: what somebody did or looked at. */
const ofContracts: ReadonlySet<string> = new Set(['what', 'contract']);
const summaries = new Map(allContracts().map(({ name, summary }) => [name, summary]));

export function cellOf(name: string, field: Field, value: unknown, place: Place): string | number | null {
  if (value === null || value === undefined || value === '') return null;
  if (field.type === 'money' || field.type === 'number') return value as number;
  return textOf(name, field, value, place);
}

export function textOf(name: string, field: Field, value: unknown, place: Place): string {
  if (value === null || value === undefined) return '';
  switch (field.type) {
    case 'choice':
      return valueWord(field.of, value as string);
    case 'flag':
      return value ? '是' : '否';
    case 'file':
      return (value as { name: string }).name;
    case 'list':
      return several(name, field.item, value as readonly unknown[], place);
    case 'group':
      return group(field.fields, value as Readonly<Record<string, unknown>>, place);
    default:
      return word(name, `${value as string | number}`, place);
  }
}

function word(name: string, text: string, { ledger, names }: Place): string {
  const kind = referredBy(name, ledger);
  if (kind) return names.nameOf(kind, text);
  if (coded.has(name)) return valueWord(name, text);
  return ofContracts.has(name) ? (summaries.get(text) ?? text) : text;
}

function several(name: string, item: Field, values: readonly unknown[], place: Place): string {
  return values.map((value) => textOf(name, item, value, place)).join(item.type === 'group' ? '\n' : '、');
}

/** Ids that have no name say nothing to anybody. */
function group(
  fields: Readonly<Record<string, Field>>,
  values: Readonly<Record<string, unknown>>,
  place: Place,
): string {
  return Object.entries(fields)
    .filter(([name, field]) => isShown(name, field, place.ledger) && values[name] !== null)
    .map(([name, field]) => `${fieldWord(name)}：${textOf(name, field, values[name], place)}`)
    .join('，');
}

export function isShown(name: string, field: Field, ledger: string | undefined): boolean {
  const one = field.type === 'list' ? field.item : field;
  return one.type !== 'id' || referredBy(name, ledger) !== undefined;
}
