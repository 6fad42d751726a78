/** How much of the register has been inspected within a term (HZ16-2, rules.md term.coverage). */
import type { OrganizationKind } from '@xuncha/contracts';
import { refuseUnless, type BusinessDate, type Id } from '@xuncha/domain-kit';
import { includes, type Term } from '../term/term.js';

/** Organizations of one kind below one other, as the database counts them. */
export interface Count {
  readonly kind: OrganizationKind;
  readonly parentId: Id | null;
  readonly organizations: number;
  readonly inspected: number;
}

/** The day asked for, or the last one there is: today while the term lasts. */
export function dayWithin(term: Term, asked: BusinessDate | undefined, today: BusinessDate): BusinessDate {
  const { firstDay, lastDay } = term;
  const day = asked ?? (today < lastDay ? today : lastDay);
  refuseUnless(includes(term, day), 'coverage.day-outside-term', { day, firstDay, lastDay });
  return day;
}

/** In all, per kind, and per place and kind. */
export function coverageOf(counts: readonly Count[]) {
  const kinds = [...new Set(counts.map(({ kind }) => kind))];
  return {
    ...share(counts),
    kinds: kinds.map((kind) => ({ kind, ...share(counts.filter((count) => count.kind === kind)) })),
    places: counts.map((count) => ({ parentId: count.parentId, kind: count.kind, ...share([count]) })),
  };
}

function share(counts: readonly Count[]) {
  const sum = (of: 'organizations' | 'inspected') => counts.reduce((total, count) => total + count[of], 0);
  const [organizations, inspected] = [sum('organizations'), sum('inspected')];
  return { organizations, inspected, percent: percentOf(inspected, organizations) };
}

/** Whole per cent, halves up; nothing of nothing is no rate. */
function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((200 * part + whole) / (2 * whole));
}
