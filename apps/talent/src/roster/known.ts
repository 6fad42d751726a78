/**
 * Rows of people who have a record: alike, or a fault, cell by cell; and one that says from which version it was written out may say
 * something else, which is a change of just that.
 */
import type { Decision } from '@xuncha/contracts';
import { DomainError, type BusinessDate, type Faults, type Id } from '@xuncha/domain-kit';
import * as inspector from '../inspector/inspector.js';
import type { KinOf } from '../inspector/kinship.js';
import type { Field, RosterColumns } from './columns.js';
import type { Entry } from './entries.js';

type Inspector = inspector.Inspector;
export type Registered = Omit<Inspector, 'name'> & { readonly name: string; readonly version: number };

/** One record that is to become what its row says. */
export interface Change {
  readonly id: Id;
  readonly seen: number;
  readonly kin: Inspector['kin'];
  readonly said: Partial<Omit<inspector.Description, 'name'>>;
  /** Where it is another than before. */
  readonly name: string | undefined;
}

const described = [
  'name',
  'force',
  'expert',
  'sex',
  'born',
  'partySince',
  'organizationId',
  'unit',
  'homeId',
  'specialities',
  'accountId',
] as const;
const compared = [...described, 'rank'] as const;
type Compared = (typeof compared)[number];

interface Rows {
  readonly columns: RosterColumns;
  readonly entries: readonly Entry[];
  readonly faults: Faults;
}

/** Looks at each row with the record of its code. */
export class Known {
  private readonly byCode: ReadonlyMap<string, Registered>;
  private readonly owners: ReadonlyMap<Id | null, string>;
  private readonly columns: RosterColumns;
  private readonly faults: Faults;
  /** A roster of another pool is as good as one that somebody filled in. */
  private readonly isFromHere: boolean;

  constructor(
    registered: readonly Registered[],
    { columns, entries, faults }: Rows,
    private readonly on: BusinessDate,
  ) {
    this.columns = columns;
    this.faults = faults;
    this.byCode = new Map(registered.map((one) => [one.code, one]));
    this.owners = new Map(registered.map(({ accountId, code }) => [accountId, code]));
    this.isFromHere = entries.some(({ code, version }) => version !== null && this.byCode.has(code));
  }

  /** Null where the row is as its record, or wrong; undefined where there is none. */
  changeIn(entry: Entry): Change | null | undefined {
    const found = this.byCode.get(entry.code);
    const owner = entry.accountId && this.owners.get(entry.accountId);
    if (owner && owner !== entry.code) this.fault(entry, 'accountId', 'inspector.account-taken');
    if (!found) {
      if (entry.version !== null && this.isFromHere) this.fault(entry, 'code', 'roster.code-changed');
      return undefined;
    }
    for (const [field, code] of this.rewritten(entry, found)) this.fault(entry, field, code);
    const differing = compared.filter(
      (field) => this.says(entry, field) && text(entry[field]) !== text(found[field]),
    );
    if (differing.length === 0) return null;
    const refused = refusalOf(entry, found, differing);
    for (const field of refused ? differing : []) this.fault(entry, columnOf(field), refused!);
    if (refused) return null;
    const change = changeOf(entry, found, differing);
    const code = unfitIn(() => changed({ ...found, name: none }, change, none, [], this.on));
    if (code) this.fault(entry, columnOf(differing[0]!), code);
    return change;
  }

  /** A blank cell says nothing; where the row was written out from a record it says that there is nothing any more. */
  private says(entry: Entry, field: Compared): boolean {
    const value = entry[field];
    if (value !== null && !(Array.isArray(value) && value.length === 0)) return true;
    return entry.version !== null && field !== 'expert' && this.columns[columnOf(field)] !== undefined;
  }

  /** What no change of a record is. */
  private rewritten(entry: Entry, found: Registered): (readonly [Field, string])[] {
    if (entry.version === null) return [];
    const told: (readonly [Field, string])[] = [];
    if (entry.expert === null && this.columns.expert) told.push(['expert', 'roster.pool-cleared']);
    if (entry.version > found.version) told.push(['version', 'roster.version-of-system']);
    return told;
  }

  private fault({ row }: Entry, field: Field, code: string): void {
    this.faults.add({ row, column: this.columns[field]!.title, code });
  }
}

function refusalOf(entry: Entry, found: Registered, differing: readonly Compared[]): string | null {
  if (entry.version === null) return 'roster.registered-otherwise';
  if (entry.version !== found.version) return 'roster.changed-since';
  return differing.includes('rank') ? 'roster.rank-by-promotion' : null;
}

function changeOf(entry: Entry, found: Registered, differing: readonly Compared[]): Change {
  const said = described.filter((field) => field !== 'name' && differing.includes(field));
  return {
    id: found.id,
    seen: found.version,
    kin: found.kin,
    said: Object.fromEntries(said.map((field) => [field, entry[field]])),
    name: differing.includes('name') ? entry.name : undefined,
  };
}

/** `name` is the one that it has from now on, sealed. */
export function changed(
  before: Inspector,
  { said }: Change,
  name: inspector.Sealed,
  others: readonly KinOf[],
  on: BusinessDate,
): Decision<Inspector> {
  const kept = Object.fromEntries(described.map((field) => [field, before[field]]));
  const { career, kin } = before;
  return inspector.change(
    before,
    { ...kept, ...said, career, kin, name } as inspector.Description,
    others,
    on,
  );
}

/** The code by which a record's own rules refuse it, as it is told of a cell: which names no figures. */
export function unfitIn(decide: () => unknown): string | null {
  try {
    decide();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'inspector.age') return 'roster.age';
    return error.code.startsWith('inspector.entry-') ? 'roster.unfit-for-force' : error.code;
  }
}

const none = Buffer.alloc(0);
const wordsIn = (list: readonly string[]) => list.toSorted().join();
const text = (value: Entry[Compared] | undefined) =>
  Array.isArray(value) ? wordsIn(value) : String(value as string | boolean | null);

function columnOf(field: Compared): Field {
  if (field === 'organizationId') return 'organizationCode';
  return field === 'homeId' ? 'homeCode' : field;
}
