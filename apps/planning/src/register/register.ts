/**
 * Filling the register from a file: everything or nothing. A row whose organization is registered alike is passed over and counted; one
 * that was taken out of the ledger and says something else by now changes it.
 */
import { decide, type Decision } from '@xuncha/contracts';
import { Faults, sortedOut, type BusinessDate, type Id, type Line } from '@xuncha/domain-kit';
import * as organization from '../organization/organization.js';
import { registerColumns } from './columns.js';
import { entriesOf, type Entry } from './entries.js';
import { fromAbove, Known, type Change } from './known.js';
import type { Registered } from './of-system.js';
import { checkTree } from './tree.js';

type Organization = organization.Organization;

export interface Filling {
  readonly counts: { readonly rows: number; readonly registered: number; readonly known: number };
  readonly written: (makeId: () => Id) => Written;
}
export interface Written {
  /** Made one by one as they are asked for: there may be a hundred thousand. */
  readonly organizations: Iterable<Decision<Organization>>;
  /** In the order in which they are to be done, when all that is new is there. */
  readonly changes: readonly Change[];
  readonly idOf: (code: string) => Id;
}

/**
 * `registered` is the whole register. Says now and then how many rows it has seen. Refuses `table.rows-invalid` with everything that is
 * wrong with the file.
 */
export function* fill(
  lines: readonly Line[],
  registered: readonly Registered[],
  on: BusinessDate,
): Generator<number, Filling> {
  const [header, ...rows] = lines;
  const columns = registerColumns(header);
  const faults = new Faults();
  const { entries, places } = yield* entriesOf(rows, { columns, vacancies: vacanciesIn(registered) }, faults);
  const known = new Known(registered, { columns, entries, faults }, on);
  const standings = known.standings();
  checkTree(places, standings, columns, faults);
  yield rows.length;
  const { fresh, changes, counts } = sortedOut(entries, (entry) => known.changeIn(entry));
  faults.refuseAny();
  const parents = new Map(places.map(({ code, parentCode }) => [code, parentCode]));
  for (const { code, parentCode } of changes) parents.set(code, parentCode);
  const above = (code: string) => parents.get(code) ?? standings.get(code)?.parentCode;
  return {
    counts,
    written: (makeId) => {
      const ids = new Map(registered.map(({ code, id }) => [code, id]));
      for (const { code } of fresh) ids.set(code, makeId());
      const idOf = (code: string) => ids.get(code)!;
      return {
        organizations: registrations(fresh, idOf, !!columns.level, on),
        changes: fromAbove(changes, above),
        idOf,
      };
    },
  };
}

function vacanciesIn(registered: readonly Registered[]) {
  return new Map(
    registered.flatMap(({ code, headName, headSince }) =>
      headName === null && headSince ? [[code, headSince] as const] : [],
    ),
  );
}

function* registrations(
  entries: readonly Entry[],
  idOf: (code: string) => Id,
  divisions: boolean,
  on: BusinessDate,
): Generator<Decision<Organization>> {
  for (const entry of entries) {
    const { code, name, kind, category } = entry;
    const description: organization.Description = {
      name,
      kind,
      category,
      villageType: entry.villageType ?? (kind === 'village' ? villageTypeOf(name) : null),
      divisionCode: entry.divisionCode ?? (divisions ? code : null),
      parentId: entry.parentCode && idOf(entry.parentCode),
    };
    const made = organization.register(idOf(code), code, description, on);
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
