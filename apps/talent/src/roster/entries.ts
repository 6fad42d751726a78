/** The rows of a roster, cell by cell. */
import { registerInspector, type Force, type Rank, type Sex, type Speciality } from '@xuncha/contracts';
import { TableRow, type BusinessDate, type Faults, type Id, type Line } from '@xuncha/domain-kit';
import { forces, pools, ranks, sexes, specialities, type Field, type RosterColumns } from './columns.js';

/** What a row says of a person; null where its cell is blank. */
export interface Entry {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly force: Force;
  readonly expert: boolean | null;
  readonly sex: Sex;
  readonly born: BusinessDate;
  readonly partySince: BusinessDate | null;
  readonly organizationId: Id | null;
  readonly unit: string | null;
  readonly homeId: Id | null;
  readonly rank: Rank;
  readonly specialities: readonly Speciality[];
  readonly accountId: Id | null;
  /** Of the record when the row was written out. */
  readonly version: number | null;
}

/** Looked at before others have their turn. */
const PORTION = 500;

/** Those of sound rows. Says now and then how many it has seen. */
export function* entriesOf(
  lines: readonly Line[],
  columns: RosterColumns,
  organizations: ReadonlyMap<string, Id>,
  faults: Faults,
): Generator<number, Entry[]> {
  const entries: Entry[] = [];
  for (const [index, line] of lines.entries()) {
    if (index % PORTION === 0) yield index;
    const cells = new TableRow<Field>(columns, line, faults);
    const entry = entryOf(cells, organizations);
    if (cells.sound) entries.push(entry as Entry);
  }
  return entries;
}

const checks = registerInspector.input.shape;

function entryOf(cells: TableRow<Field>, organizations: ReadonlyMap<string, Id>) {
  const pool = cells.among('expert', pools.understood);
  return {
    row: cells.row,
    code: cells.needed('code', cells.checked('code', checks.code)),
    name: cells.needed('name', cells.checked('name', checks.name)),
    force: cells.needed('force', cells.among('force', forces.understood)),
    expert: pool && pool === 'expert',
    sex: cells.needed('sex', cells.among('sex', sexes.understood)),
    born: cells.needed('born', cells.date('born')),
    partySince: cells.date('partySince'),
    organizationId: registeredAs('organizationCode', cells, organizations),
    unit: cells.checked('unit', checks.unit),
    homeId: registeredAs('homeCode', cells, organizations),
    rank: cells.needed('rank', cells.among('rank', ranks.understood)),
    specialities: cells.several('specialities', specialities.understood),
    accountId: cells.checked('accountId', checks.accountId),
    version: cells.version('version'),
  };
}

function registeredAs(
  field: 'organizationCode' | 'homeCode',
  cells: TableRow<Field>,
  organizations: ReadonlyMap<string, Id>,
): Id | null {
  const code = cells.text(field);
  if (code === null) return null;
  const id = organizations.get(code);
  if (!id) cells.fault(field, 'talent.organization-unknown');
  return id ?? null;
}
