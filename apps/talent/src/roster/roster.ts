/** Filling the pool's records from a file: everyone or no one. A row of a person who is registered alike is passed over and counted. */
import type { Decision } from '@xuncha/contracts';
import { DomainError, Faults, idFrom, type BusinessDate, type Id, type Line } from '@xuncha/domain-kit';
import * as inspector from '../inspector/inspector.js';
import { rosterColumns, type Field, type RosterColumns } from './columns.js';
import { entriesOf, type Entry } from './entries.js';

/** What is known beside the file. */
export interface Ground {
  /** Everyone who has a record, with the name open. */
  readonly registered: readonly Registered[];
  /** Organizations of the register by their codes. */
  readonly organizations: ReadonlyMap<string, Id>;
}
export type Registered = Omit<inspector.Inspector, 'name'> & { readonly name: string };
export type SealName = (id: Id, name: string) => inspector.Sealed;

export interface Filling {
  readonly counts: { readonly rows: number; readonly registered: number; readonly known: number };
  /** Made one by one as they are asked for, with the keys that seal their names. */
  readonly inspectors: readonly ((id: Id, seal: SealName) => Decision<inspector.Inspector>)[];
}

/** Says now and then how many rows it has seen. Refuses `table.rows-invalid` with everything that is wrong with the file. */
export function* fill(lines: readonly Line[], ground: Ground, on: BusinessDate): Generator<number, Filling> {
  const [header, ...rows] = lines;
  const columns = rosterColumns(header);
  const faults = new Faults();
  const entries = yield* entriesOf(rows, columns, ground.organizations, faults);
  noteTwice(entries, 'code', 'roster.code-twice', columns, faults);
  noteTwice(entries, 'accountId', 'roster.account-twice', columns, faults);
  yield rows.length;
  const fresh = unregistered(entries, ground.registered, columns, faults);
  for (const entry of fresh) noteUnfit(entry, on, columns, faults);
  faults.refuseAny();
  return {
    counts: { rows: rows.length, registered: fresh.length, known: rows.length - fresh.length },
    inspectors: fresh.map((entry) => (id, seal) => registration(entry, id, seal, on)),
  };
}

function noteTwice(
  entries: readonly Entry[],
  field: 'code' | 'accountId',
  code: string,
  columns: RosterColumns,
  faults: Faults,
): void {
  const first = new Map<string, number>();
  for (const { row, [field]: value } of entries) {
    if (value === null) continue;
    const sameAsRow = first.get(value);
    if (sameAsRow === undefined) first.set(value, row);
    else faults.add({ row, column: columns[field]!.title, code, sameAsRow });
  }
}

/** A code and an account stay with their person: a row that says otherwise is no new one, and changes are made one by one. */
function unregistered(
  entries: readonly Entry[],
  registered: readonly Registered[],
  columns: RosterColumns,
  faults: Faults,
): Entry[] {
  const byCode = new Map(registered.map((one) => [one.code, one]));
  const accounts = new Set(registered.map(({ accountId }) => accountId));
  return entries.filter((entry) => {
    const { row, code, accountId } = entry;
    const found = byCode.get(code);
    if (!found) {
      if (accountId !== null && accounts.has(accountId))
        faults.add({ row, column: columns.accountId!.title, code: 'inspector.account-taken' });
      return true;
    }
    const field = compared.find((name) => says(entry[name]) && text(entry[name]) !== text(found[name]));
    if (field)
      faults.add({ row, column: columns[columnOf(field)]!.title, code: 'roster.registered-otherwise' });
    return false;
  });
}

const compared = [
  'name',
  'force',
  'expert',
  'sex',
  'born',
  'partySince',
  'organizationId',
  'unit',
  'homeId',
  'rank',
  'specialities',
  'accountId',
] as const;
type Compared = (typeof compared)[number];

function columnOf(field: Compared): Field {
  if (field === 'organizationId') return 'organizationCode';
  return field === 'homeId' ? 'homeCode' : field;
}

/** A blank cell says nothing, and then the record may say anything. */
const says = (value: Entry[Compared]) => value !== null && !(Array.isArray(value) && value.length === 0);
const wordsIn = (list: readonly string[]) => list.toSorted().join();
const text = (value: Entry[Compared] | undefined) =>
  Array.isArray(value) ? wordsIn(value) : String(value as string | boolean | null);

/** Where the rules of a record refuse the row. */
function noteUnfit(entry: Entry, on: BusinessDate, columns: RosterColumns, faults: Faults): void {
  try {
    registration(entry, '', () => Buffer.alloc(0), on);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const isAge = error.code === 'inspector.age';
    const column = isAge ? columns.born : (columns.unit ?? columns.organizationCode);
    // The rule names the age; a fault does not say what stands in a cell.
    const code = isAge ? 'roster.age' : error.code;
    faults.add({ row: entry.row, column: (column ?? columns.code!).title, code });
  }
}

function registration(
  { row: _, code, name, rank, ...rest }: Entry,
  id: Id,
  seal: SealName,
  on: BusinessDate,
): Decision<inspector.Inspector> {
  const expert = rest.expert ?? false;
  const description = { ...rest, expert, name: seal(id, name), career: [], kin: [] };
  return inspector.register({ id, code, rank, description }, [], on);
}

/** All records of a site at once are one record. */
export function rosterOf(site: string): Id {
  return idFrom('roster', site);
}
