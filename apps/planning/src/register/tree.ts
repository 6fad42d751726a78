/** How the rows of a register hang together, among themselves and with what is registered already. */
import type { Faults } from '@xuncha/domain-kit';
import type { RegisterColumns } from './columns.js';
import type { Place } from './entries.js';

/** What is registered under a code. */
export interface Standing {
  readonly isActive: boolean;
  readonly parentCode: string | null;
}

/** Codes must differ, parents must be there, nobody may be above themselves. What hangs from an organization that ended may go on to. */
export function checkTree(
  places: readonly Place[],
  registered: ReadonlyMap<string, Standing>,
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
    const { code, parentCode } = place;
    if (parentCode === null || parentCode === registered.get(code)?.parentCode) continue;
    const standing = registered.get(parentCode);
    if (!standing && !byCode.has(parentCode)) fault(place, 'parentCode', 'register.parent-unknown');
    else if (standing?.isActive === false) fault(place, 'parentCode', 'register.parent-ended');
  }
  const above = (code: string) => byCode.get(code)?.parentCode ?? registered.get(code)?.parentCode;
  for (const code of inCircles([...byCode.keys()], above)) {
    const place = byCode.get(code);
    if (place?.parentCode) fault(place, 'parentCode', 'register.cycle');
  }
}

/** Each code is walked from once: a walk ends at a code that was walked from before. */
function inCircles(codes: readonly string[], above: (code: string) => string | null | undefined): string[] {
  const walked = new Set<string>();
  const found: string[] = [];
  for (const start of codes) {
    const path: string[] = [];
    let code: string | null | undefined = start;
    while (code && !walked.has(code)) {
      walked.add(code);
      path.push(code);
      code = above(code);
    }
    const circle = code ? path.indexOf(code) : -1;
    if (circle >= 0) found.push(...path.slice(circle));
  }
  return found;
}
