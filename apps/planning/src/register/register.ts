/** Filling the register from a file: everything or nothing. A row whose organization is registered alike is passed over and counted. */
import { decide, type Decision } from '@xuncha/contracts';
import { Faults, type BusinessDate, type Id, type Line } from '@xuncha/domain-kit';
import * as organization from '../organization/organization.js';
import { registerColumns, type RegisterColumns } from './columns.js';
import { entriesOf, type Entry } from './entries.js';
import { checkTree } from './tree.js';

type Organization = organization.Organization;

export interface Filling {
  readonly counts: { readonly rows: number; readonly registered: number; readonly known: number };
  /** Made one by one as they are asked for: there may be a hundred thousand. */
  readonly organizations: (on: BusinessDate, makeId: () => Id) => Iterable<Decision<Organization>>;
}

/**
 * `registered` is the whole register. Says now and then how many rows it has seen. Refuses `table.rows-invalid` with everything that is
 * wrong with the file.
 */
export function* fill(
  lines: readonly Line[],
  registered: readonly Organization[],
): Generator<number, Filling> {
  const [header, ...rows] = lines;
  const columns = registerColumns(header);
  const faults = new Faults();
  const { entries, places } = yield* entriesOf(rows, columns, faults);
  const active = new Map(registered.map(({ code, state }) => [code, state === 'active']));
  checkTree(places, active, columns, faults);
  yield rows.length;
  const fresh = unregistered(entries, registered, columns, faults);
  faults.refuseAny();
  return {
    counts: { rows: rows.length, registered: fresh.length, known: rows.length - fresh.length },
    organizations: (on, makeId) => registrations(fresh, registered, !!columns.level, on, makeId),
  };
}

/** A code stays with its organization: a row that says otherwise is no new registration, and changes are made one by one. */
function unregistered(
  entries: readonly Entry[],
  registered: readonly Organization[],
  columns: RegisterColumns,
  faults: Faults,
): Entry[] {
  const byCode = new Map(registered.map((one) => [one.code, one]));
  const codes = new Map(registered.map(({ id, code }) => [id, code]));
  return entries.filter((entry) => {
    const found = byCode.get(entry.code);
    if (!found) return true;
    const field = found.state === 'active' ? differing(entry, found, codes) : 'code';
    const code = found.state === 'active' ? 'register.registered-otherwise' : 'register.code-ended';
    if (field) faults.add({ row: entry.row, column: (columns[field] ?? columns.level!).title, code });
    return false;
  });
}

const compared = [
  'name',
  'kind',
  'parentCode',
  'villageType',
  'category',
  'divisionCode',
  'headName',
  'headSince',
] as const;

function differing(entry: Entry, found: Organization, codes: ReadonlyMap<Id, string>) {
  const present = { ...found, parentCode: found.parentId && codes.get(found.parentId) };
  return compared.find((field) => entry[field] !== null && entry[field] !== present[field]);
}

function* registrations(
  entries: readonly Entry[],
  registered: readonly Organization[],
  divisions: boolean,
  on: BusinessDate,
  makeId: () => Id,
): Generator<Decision<Organization>> {
  const ids = new Map(registered.map(({ code, id }) => [code, id]));
  for (const { code } of entries) ids.set(code, makeId());
  for (const entry of entries) {
    const { code, name, kind, category } = entry;
    const description: organization.Description = {
      name,
      kind,
      category,
      villageType: entry.villageType ?? (kind === 'village' ? villageTypeOf(name) : null),
      divisionCode: entry.divisionCode ?? (divisions ? code : null),
      parentId: entry.parentCode === null ? null : ids.get(entry.parentCode)!,
    };
    const made = organization.register(ids.get(code)!, code, description, on);
    if (entry.headName === null) yield made;
    else {
      const headed = organization.changeHead(made.state, entry.headName, entry.headSince ?? on);
      yield decide(headed.state, ...made.facts, ...headed.facts);
    }
  }
}

/** The statistical divisions tell a community by its name alone. */
function villageTypeOf(name: string): 'village' | 'community' {
  return /(社区|居委会|居民委员会)$/.test(name) ? 'community' : 'village';
}
