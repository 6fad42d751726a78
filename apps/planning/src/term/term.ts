/** A term: five years of one committee, proposed by the office and approved by the leading group (glossary: 届). */
import { decide, termApproved, termProposed, type Decision } from '@xuncha/contracts';
import {
  addDays,
  addMonths,
  defineFlow,
  refuseIf,
  step,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';

export const flow = defineFlow({
  aggregate: 'planning.term',
  initial: 'proposed',
  states: {
    proposed: { change: 'proposed', approve: 'approved' },
    approved: { change: 'proposed' },
  },
});

/** Both days belong to it. */
export interface Span {
  readonly firstDay: BusinessDate;
  readonly lastDay: BusinessDate;
}
export interface Description {
  readonly name: string;
  readonly firstDay: BusinessDate;
  /** Left out: five years. */
  readonly lastDay?: BusinessDate | undefined;
}
export interface Term extends Span {
  readonly id: Id;
  readonly name: string;
  readonly state: StateOf<typeof flow>;
  readonly proposedBy: Id;
}

const YEARS = 5;
/** A congress may be put off, but what is longer is a slip of the pen. */
const MOST_YEARS = 6;

/** `others` are the site's other terms. */
export function propose(id: Id, description: Description, others: readonly Term[], by: Id): Decision<Term> {
  return proposed({ id, state: flow.initial, proposedBy: by, ...spanOf(description) }, others);
}

/** Whatever is changed of an approved term, it has to be approved again. */
export function change(
  term: Term,
  description: Description,
  others: readonly Term[],
  by: Id,
): Decision<Term> {
  const state = step(flow, term.state, 'change');
  return proposed({ ...term, ...spanOf(description), state, proposedBy: by }, others);
}

export function approve(term: Term, others: readonly Term[], by: Id): Decision<Term> {
  const state = step(flow, term.state, 'approve');
  refuseOverlap(term, others);
  refuseIf(by === term.proposedBy, 'term.approved-by-proposer');
  return decide({ ...term, state }, termApproved(factsOf(term)));
}

/** For a day that something of the term happens on. */
export function includes({ firstDay, lastDay }: Span, day: BusinessDate): boolean {
  return firstDay <= day && day <= lastDay;
}

function proposed(term: Term, others: readonly Term[]): Decision<Term> {
  refuseOverlap(term, others);
  return decide(term, termProposed(factsOf(term)));
}

function refuseOverlap(term: Term, others: readonly Term[]): void {
  for (const { name, firstDay, lastDay } of others)
    refuseIf(firstDay <= term.lastDay && term.firstDay <= lastDay, 'term.overlaps', {
      name,
      firstDay,
      lastDay,
    });
}

function spanOf({ name, firstDay, lastDay = after(firstDay, YEARS) }: Description) {
  refuseIf(lastDay <= firstDay, 'term.too-short', { firstDay, lastDay });
  const latest = after(firstDay, MOST_YEARS);
  refuseIf(lastDay > latest, 'term.too-long', { latest });
  return { name, firstDay, lastDay };
}

function after(firstDay: BusinessDate, years: number): BusinessDate {
  return addDays(addMonths(firstDay, 12 * years), -1);
}

function factsOf({ id, firstDay, lastDay }: Term) {
  return { termId: id, firstDay, lastDay };
}
