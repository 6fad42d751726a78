/** How the rows of a register hang together, among themselves and with what is registered already. */
import type { Faults } from '@xuncha/domain-kit';
import type { RegisterColumns } from './columns.js';
import type { Place } from './entries.js';

/** Codes must differ, parents must be there, nobody may be above themselves. `active` says so of the codes that are registered. */
export function checkTree(
  places: readonly Place[],
  active: ReadonlyMap<string, boolean>,
  columns: RegisterColumns,
  faults: Faults,
): void {
  const fault = (place: Place, field: 'code' | 'parentCode', code: string, more: object = {}) =>
    faults.add({ row: place.row, column: columns[field]!.title, code, ...more });
  const byCode = new Map<string, Place>();
  for (const place of places) {
    const first = byCode.get(place.code);
    if (first) fault(place, 'code', 'register.code-twice', { sameAsRow: first.row });
    else byCode.set(place.code, place);
  }
  for (const place of places) {
    if (place.parentCode === null || byCode.has(place.parentCode)) continue;
    const standing = active.get(place.parentCode);
    if (standing === undefined) fault(place, 'parentCode', 'register.parent-unknown');
    else if (!standing) fault(place, 'parentCode', 'register.parent-ended');
  }
  for (const place of inCircles(byCode)) fault(place, 'parentCode', 'register.cycle');
}

/** Each place is walked from once: a walk ends at a place that was walked from before. */
function inCircles(byCode: ReadonlyMap<string, Place>): Place[] {
  const walked = new Set<Place>();
  const found: Place[] = [];
  for (const start of byCode.values()) {
    const path: Place[] = [];
    let place: Place | undefined = start;
    while (place && !walked.has(place)) {
      walked.add(place);
      path.push(place);
      place = place.parentCode === null ? undefined : byCode.get(place.parentCode);
    }
    const circle = place ? path.indexOf(place) : -1;
    if (circle >= 0) found.push(...path.slice(circle));
  }
  return found;
}
