/** Which columns the file of a ledger has: every field of its rows that says something to people, and how it is shown. */
import { listOrganizations, type QueryContract } from '@xuncha/contracts';
import { exportName, fieldsOf, type Field } from '@xuncha/contracts/fields';
import { fieldWord, type Cell, type Column } from '@xuncha/documents';
import { isNamed, isShown, sayingOf } from './cells.js';
import type { Names } from './names.js';

export type Item = Readonly<Record<string, unknown>>;
export interface LedgerColumn extends Column {
  readonly of: (item: Item, names: Names) => Cell;
  /** It asks for names. */
  readonly isNamed?: boolean;
}

/** What only programs need. */
const forPrograms: ReadonlySet<string> = new Set(['id', 'version']);
/** Read in again, by the same columns: a row says by its version what it was based on. */
const readAgain: ReadonlySet<QueryContract> = new Set([listOrganizations]);
const PSEUDONYM = /^[A-Z2-7]{16,52}$/;

export function columnsOf(list: QueryContract): LedgerColumn[] {
  const { items } = fieldsOf(list.output);
  const fields = items?.type === 'list' && items.item.type === 'group' ? items.item.fields : {};
  const ledger = exportName(list);
  const columns = Object.entries(fields)
    .filter(([name]) => !forPrograms.has(name))
    .flatMap(([name, field]) => {
      const title = fieldWord(name, ledger);
      if (!isShown(name, field, ledger)) return field.type === 'list' ? [countOf(name, title)] : [];
      const of = valueOf(name, field, ledger);
      const column = { title, ...looksOf(field), of, isNamed: isNamed(name, field, ledger) };
      return name === 'parentId' ? [column, parentCode] : [column];
    });
  return readAgain.has(list) ? [...columns, versionIn(ledger)] : columns;
}

function versionIn(ledger: string | undefined): LedgerColumn {
  return {
    title: fieldWord('version', ledger),
    kind: 'number',
    width: SHORT,
    of: ({ version }) => version as number,
  };
}

/** What has no name can at least be counted. */
function countOf(name: string, title: string): LedgerColumn {
  return { title, kind: 'number', width: SHORT, of: (item) => (item[name] as readonly unknown[]).length };
}

/** By which the register is filled again from its own file. */
const parentCode: LedgerColumn = {
  title: '上级代码',
  width: 14,
  of: ({ parentId }, names) => (parentId === null ? null : names.codeOf(parentId as string)),
};

function valueOf(name: string, field: Field, ledger: string | undefined): LedgerColumn['of'] {
  if (name === 'countedAs') return countedAs;
  if (field.type === 'money' || field.type === 'number') return (item) => item[name] as number | null;
  const say = sayingOf(name, field, ledger);
  return (item, names) => say(item[name], names);
}

/** People stay pseudonyms, so only how many of them is said. */
function countedAs({ countedAs: names }: Item): string {
  const counted = names as readonly string[];
  const people = counted.filter((name) => PSEUDONYM.test(name)).length;
  if (people > 0) return `${people} 人`;
  return counted.every((name) => /\p{Script=Han}/u.test(name)) ? counted.join('、') : `${counted.length} 个`;
}

const SHORT = 10;
const WORD = 16;
const NAME = 28;
const TEXT = 36;

function looksOf({ type }: Field): Pick<Column, 'kind' | 'width'> {
  switch (type) {
    case 'date':
      return { kind: 'day', width: 12 };
    case 'instant':
      return { kind: 'instant', width: 20 };
    case 'money':
      return { kind: 'money', width: WORD };
    case 'number':
      return { kind: 'number', width: SHORT };
    case 'choice':
    case 'flag':
      return { width: WORD };
    case 'id':
      return { width: NAME };
    default:
      return { width: TEXT };
  }
}
