/** Five-see 五见: person, matter, unit, result, accountability (rules.md 4, NB17-15). */
import type { FiveSee } from '@xuncha/contracts';
import { refuseIf } from '@xuncha/domain-kit';

const parts = ['persons', 'matter', 'unit', 'proposedResult', 'proposedAccountability'] as const;
export type FiveSeePart = (typeof parts)[number];

/** Parts that are given replace those before; the others stay. */
export function filledIn(before: FiveSee, given: FiveSee): FiveSee {
  const changed = parts.filter((part) => given[part] !== undefined);
  return { ...before, ...Object.fromEntries(changed.map((part) => [part, given[part]])) };
}

export function missingParts(fiveSee: FiveSee): FiveSeePart[] {
  return parts.filter((part) => !fiveSee[part]?.length);
}

/** For texts that reach the organization: they name nobody (rules.md 5). The refusal does not repeat the name. */
export function refuseNamesIn(text: string, { persons = [] }: FiveSee, code: string): void {
  refuseIf(
    persons.some(({ name }) => text.includes(name)),
    code,
  );
}
