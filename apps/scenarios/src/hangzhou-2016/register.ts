import { parseDate } from '@xuncha/domain-kit';
import { grouped, split } from '../chance.js';
import type { Organization } from '../year/plan.types.js';
import { divisionsOf, inventedUnits, organUnits, withHeads, type Unheaded } from '../year/register.js';

const city = '3301';
/** More of each kind than are inspected, dealt over the counties; all invented. */
const units = [
  { kind: 'budgetUnit', letter: 'B', count: 910, name: '演示二级预算单位' },
  { kind: 'municipalUnit', letter: 'M', count: 130, name: '演示单位' },
  { kind: 'stateOwnedEnterprise', letter: 'E', count: 39, name: '演示国有企业' },
] as const;

/**
 * The city with its counties, townships and so many of their villages: the divisions are of a later year and have more villages than
 * the year had, so that every township keeps its share.
 */
export function makeRegister(villages: number): Organization[] {
  const divisions = divisionsOf(`divisions-${city}.csv`, city);
  const kept = new Set(keptVillages(divisions, villages));
  const places = divisions.filter((row) => row.kind !== 'village' || kept.has(row));
  const counties = divisions.filter(({ kind }) => kind === 'county');
  const invented = counties.flatMap(({ key, name: county }) =>
    units.flatMap(({ kind, letter, count, name }) =>
      inventedUnits(
        { kind, letter: `${letter}${key}-`, count: count / counties.length, name: county + name },
        key,
      ),
    ),
  );
  return withHeads([...places, ...invented, ...organUnits(city)], parseDate('2015-12-01'));
}

function keptVillages(divisions: readonly Unheaded[], count: number): Unheaded[] {
  const townships = grouped(
    divisions.filter(({ kind }) => kind === 'village'),
    ({ parent }) => parent!,
  );
  const shares = split(
    count,
    townships.map((rows) => rows.length),
  );
  return townships.flatMap((rows, index) => rows.slice(0, shares[index]));
}
