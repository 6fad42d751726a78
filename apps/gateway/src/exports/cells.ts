/** Values of a ledger as people read them, by the types of their fields: words for codes, names for ids. */
import { allContracts } from '@xuncha/contracts';
import type { Field } from '@xuncha/contracts/fields';
import { fieldWord, referredBy, valueWord } from '@xuncha/documents';
import type { Names } from './names.js';

/** Made once for a field, asked for every row. Null where there is nothing to say. */
export type Saying = (value: unknown, names: Names) => string | null;

/** Texts that are codes with a word of their own. */
const coded: ReadonlySet<string> = new Set(['profile', 'theme']);
/** Texts that are names of contracts: what somebody did or looked at. */
const ofContracts: ReadonlySet<string> = new Set(['what', 'contract']);
const summaries = new Map(allContracts().map(({ name, summary }) => [name, summary]));

/** `ledger` is the name under which its contract is exported. */
export function sayingOf(name: string, field: Field, ledger: string | undefined): Saying {
  const say = sayingByType(name, field, ledger);
  return (value, names) => (value === null || value === undefined || value === '' ? null : say(value, names));
}

function sayingByType(name: string, field: Field, ledger: string | undefined): Saying {
  switch (field.type) {
    case 'choice':
      return (value) => valueWord(field.of, value as string);
    case 'flag':
      return (value) => (value ? '是' : '否');
    case 'file':
      return (value) => (value as { name: string }).name;
    case 'list':
      return several(sayingOf(name, field.item, ledger), field.item.type === 'group' ? '\n' : '、');
    case 'group':
      return group(field.fields, ledger);
    default:
      return word(name, ledger);
  }
}

function word(name: string, ledger: string | undefined): Saying {
  const kind = referredBy(name, ledger);
  if (kind) return (value, names) => names.nameOf(kind, value as string);
  if (coded.has(name)) return (value) => valueWord(name, value as string);
  if (ofContracts.has(name)) return (value) => summaries.get(value as string) ?? (value as string);
  return (value) => `${value as string | number}`;
}

function several(say: Saying, between: string): Saying {
  return (values, names) => (values as readonly unknown[]).map((value) => say(value, names)).join(between);
}

function group(fields: Readonly<Record<string, Field>>, ledger: string | undefined): Saying {
  const parts = Object.entries(fields)
    .filter(([name, field]) => isShown(name, field, ledger))
    .map(([name, field]) => [name, fieldWord(name), sayingOf(name, field, ledger)] as const);
  return (value, names) =>
    parts
      .map(([name, title, say]) => [title, say((value as Record<string, unknown>)[name], names)] as const)
      .filter(([, said]) => said !== null)
      .map(([title, said]) => `${title}：${said}`)
      .join('，');
}

/** Whether something in it is said by a name that is to be asked for. */
export function isNamed(name: string, field: Field, ledger: string | undefined): boolean {
  if (field.type === 'list') return isNamed(name, field.item, ledger);
  if (field.type === 'group')
    return Object.entries(field.fields).some(([inner, of]) => isNamed(inner, of, ledger));
  return referredBy(name, ledger) !== undefined;
}

/** Ids that have no name say nothing to anybody. */
export function isShown(name: string, field: Field, ledger: string | undefined): boolean {
  const one = field.type === 'list' ? field.item : field;
  return one.type !== 'id' || referredBy(name, ledger) !== undefined;
}
