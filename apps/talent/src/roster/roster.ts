/**
 * Filling the pool's records from a file: everyone or no one. A row of a person who is registered alike is passed over and counted; one
 * that was written out from a record and says something else by now changes it.
 */
import type { Decision } from '@xuncha/contracts';
import { Faults, idFrom, sortedOut, type BusinessDate, type Id, type Line } from '@xuncha/domain-kit';
import * as inspector from '../inspector/inspector.js';
import { rosterColumns, type RosterColumns } from './columns.js';
import { entriesOf, type Entry } from './entries.js';
import { Known, unfitIn, type Change, type Registered } from './known.js';

/** What is known beside the file. */
export interface Ground {
  /** Everyone who has a record, with the name open. */
  readonly registered: readonly Registered[];
  /** Organizations of the register by their codes. */
  readonly organizations: ReadonlyMap<string, Id>;
}
export type SealName = (id: Id, name: string) => inspector.Sealed;

export interface Filling {
  readonly counts: { readonly rows: number; readonly registered: number; readonly known: number };
  /** Made one by one as they are asked for, with the keys that seal their names. */
  readonly inspectors: readonly ((id: Id, seal: SealName) => Decision<inspector.Inspector>)[];
  readonly changes: readonly Change[];
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
  const known = new Known(ground.registered, { columns, entries, faults }, on);
  const { fresh, changes, counts } = sortedOut(entries, (entry) => known.changeIn(entry));
  for (const entry of fresh) noteUnfit(entry, on, columns, faults);
  faults.refuseAny();
  return {
    counts,
    changes,
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

/** Where the rules of a record refuse the row. */
function noteUnfit(entry: Entry, on: BusinessDate, columns: RosterColumns, faults: Faults): void {
  const code = unfitIn(() => registration(entry, '', () => Buffer.alloc(0), on));
  if (!code) return;
  const column = code === 'roster.age' ? columns.born : (columns.unit ?? columns.organizationCode);
  faults.add({ row: entry.row, column: (column ?? columns.code!).title, code });
}

function registration(
  { row: _row, version: _version, code, name, rank, ...rest }: Entry,
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
