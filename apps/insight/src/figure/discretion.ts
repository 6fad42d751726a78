/**
 * What the inspected organization's side may know of figures about what people said and did towards the inspectors (rules.md 13): never
 * a small number, never a fresh one, never the difference of two periods, and no record behind it.
 */
import { organizationRoles, roleMay } from '@xuncha/contracts';
import { addDays, parseDate, type BusinessDate } from '@xuncha/domain-kit';
import type { Caller } from '@xuncha/service-kit';
import { composedFigures, indicators } from '../indicator/definitions.js';
import type { RecordKind } from '../record/record.js';
import type { Period } from './period.js';

/** Counts below this are not shown, and others only as multiples of it. */
export const STEP = 5;

const CONFIDENTIAL: readonly RecordKind[] = ['onsite.activity', 'clues.clue', 'clues.outcome'];
const confidential = new Set(indicators.filter(({ of }) => CONFIDENTIAL.includes(of)).map(({ id }) => id));
/** Sums, what counties hand up, and what is put together from confidential figures would give them away. */
const shownRoughly = new Set(
  indicators.filter(({ id, measure }) => confidential.has(id) && measure === 'count').map(({ id }) => id),
);
for (const { id } of indicators) if (confidential.has(id.replace(/^countyLevel\./, ''))) confidential.add(id);
for (const { id, parts } of composedFigures)
  if (parts.some((part) => confidential.has(part))) confidential.add(id);

/** Whatever else they may do: whoever stands on the side of an organization, or reads figures for one alone. */
export function isInspectedSide({ access }: Pick<Caller, 'access'>): boolean {
  const sides: readonly string[] = organizationRoles;
  return access.grants.some(
    ({ role, organizationId }) =>
      sides.includes(role) || (organizationId !== null && roleMay(role, 'figure.read')),
  );
}

export function isConfidential(figure: string): boolean {
  return confidential.has(figure);
}

/** What reaches that side is batched: all until the end of last month, whatever they ask for. */
export function lastBatch(today: BusinessDate): Period {
  return { to: addDays(parseDate(`${today.slice(0, 7)}-01`), -1) };
}

/** The values as that side may know them: `batched` are those of the last batch, undefined where a period was asked for. */
export function discreet(
  values: ReadonlyMap<string, number>,
  batched: ReadonlyMap<string, number> | undefined,
): Map<string, number> {
  const open = [...values].filter(([id]) => !confidential.has(id));
  const rough = [...(batched ?? [])].filter(([id]) => shownRoughly.has(id));
  return new Map([...open, ...rough.map(([id, value]) => [id, value - (value % STEP)] as const)]);
}
