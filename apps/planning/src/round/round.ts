/** A round: one campaign of several teams, from its draft to its close; the profile chosen at approval stays with all that grows from it. */
import {
  decide,
  roundApproved,
  roundCancelled,
  roundChanged,
  roundClosed,
  roundDrafted,
  roundReporting,
  roundRescheduled,
  roundReturned,
  roundSubmitted,
  roundTeaming,
  roundUnderway,
  type Batch,
  type Decision,
  type RoundTraits,
} from '@xuncha/contracts';
import {
  allows,
  defineFlow,
  profileOf,
  refuseIf,
  refuseUnless,
  step,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import type { Assignment } from '../assignment/assignment.js';
import type { Organization } from '../organization/organization.js';
import { includes, type Term } from '../term/term.js';

export const flow = defineFlow({
  aggregate: 'planning.round',
  initial: 'draft',
  states: {
    draft: { change: 'draft', submit: 'submitted', cancel: 'cancelled' },
    submitted: { approve: 'approved', return: 'returned', cancel: 'cancelled' },
    returned: { change: 'returned', submit: 'submitted', cancel: 'cancelled' },
    approved: { startTeaming: 'teaming', reschedule: 'approved', cancel: 'cancelled' },
    teaming: { enter: 'underway', reschedule: 'teaming', cancel: 'cancelled' },
    underway: { leave: 'reporting', reschedule: 'underway' },
    reporting: { close: 'closed' },
    closed: {},
    cancelled: {},
  },
});

export interface Description extends RoundTraits {
  readonly name: string;
  /** The township that sends the teams, in a round that townships lead themselves (RA17-7). */
  readonly leadOrganizationId: Id | null;
  readonly batches: Batch[];
  /** The period under examination (NB17-18); without an end it goes on. */
  readonly examinedSince: BusinessDate;
  readonly examinedUntil: BusinessDate | null;
}
export interface Round extends Description {
  readonly id: Id;
  readonly termId: Id;
  readonly state: StateOf<typeof flow>;
  readonly number: string | null;
  readonly profile: string | null;
  readonly submittedBy: Id | null;
  readonly decidedBy: Id | null;
  readonly opinion: string | null;
  readonly approvedOn: BusinessDate | null;
  readonly closedOn: BusinessDate | null;
  readonly cancelReason: string | null;
}

/** What a round stands in. */
export interface Frame {
  readonly term: Term;
  /** The township that leads it; null where city or county does. */
  readonly lead: Organization | null;
}

export function draft(id: Id, frame: Frame, description: Description): Decision<Round> {
  refuseUnfit(description, frame);
  const state: Round = {
    id,
    termId: frame.term.id,
    ...description,
    state: flow.initial,
    number: null,
    profile: null,
    submittedBy: null,
    decidedBy: null,
    opinion: null,
    approvedOn: null,
    closedOn: null,
    cancelReason: null,
  };
  return decide(state, roundDrafted({ roundId: id }));
}

export function change(round: Round, frame: Frame, description: Description): Decision<Round> {
  const state = step(flow, round.state, 'change');
  refuseUnfit(description, frame);
  const after = { ...round, ...description, termId: frame.term.id, state };
  return decide(after, roundChanged({ roundId: round.id }));
}

export function submit(round: Round, by: Id): Decision<Round> {
  const state = step(flow, round.state, 'submit');
  return decide({ ...round, state, submittedBy: by }, roundSubmitted({ roundId: round.id }));
}

/** `return` is a word of the language. */
export function sendBack(round: Round, opinion: string, by: Id): Decision<Round> {
  const state = step(flow, round.state, 'return');
  return decide({ ...round, state, opinion, decidedBy: by }, roundReturned({ roundId: round.id }));
}

export interface Approval {
  readonly profile: string;
  readonly number: string;
  readonly opinion: string | null;
  readonly by: Id;
  readonly on: BusinessDate;
}
export function approve(round: Round, term: Term, approval: Approval): Decision<Round> {
  const state = step(flow, round.state, 'approve');
  const { profile, number, opinion, by, on } = approval;
  refuseIf(by === round.submittedBy, 'round.approved-by-submitter');
  refuseIf(term.state !== 'approved', 'round.term-not-approved', { name: term.name });
  refuseUnfitBatches(round.batches, term);
  const { key } = profileOf(profile);
  const after = { ...round, state, number, profile: key, opinion, decidedBy: by, approvedOn: on };
  const { batches } = round;
  return decide(after, roundApproved({ roundId: round.id, ...traitsOf(round), profile: key, batches }));
}

export function startTeaming(round: Round): Decision<Round> {
  const state = step(flow, round.state, 'startTeaming');
  return decide({ ...round, state }, roundTeaming({ roundId: round.id }));
}

/** What a round asks of its assignments. */
export type Standing = Pick<Assignment, 'state' | 'batch'>;

/** Entries slip; nothing else of an approved round changes. */
export function reschedule(
  round: Round,
  term: Term,
  batches: Batch[],
  assignments: readonly Standing[],
): Decision<Round> {
  const state = step(flow, round.state, 'reschedule');
  refuseUnfitBatches(batches, term);
  const last = Math.max(0, ...taken(assignments).map(({ batch }) => batch));
  refuseIf(batches.length < last, 'round.batch-in-use', { batch: last });
  return decide({ ...round, state, batches }, roundRescheduled({ roundId: round.id, batches }));
}

/** With the first entry anywhere; nothing where it is underway already. */
export function begin(round: Round): Decision<Round> {
  if (!allows(flow, round.state, 'enter')) return decide(round);
  const state = step(flow, round.state, 'enter');
  return decide({ ...round, state }, roundUnderway({ roundId: round.id }));
}

/** Reporting begins when every batch was on site and all have left; nothing before. */
export function settle(round: Round, assignments: readonly Standing[]): Decision<Round> {
  const standing = taken(assignments);
  const allLeft = standing.every(({ state }) => state === 'left' || state === 'done');
  const everyBatch = round.batches.every((_, index) => standing.some(({ batch }) => batch === index + 1));
  if (!allows(flow, round.state, 'leave') || !allLeft || !everyBatch) return decide(round);
  return decide({ ...round, state: step(flow, round.state, 'leave') }, roundReporting({ roundId: round.id }));
}

export function close(round: Round, assignments: readonly Standing[], on: BusinessDate): Decision<Round> {
  const state = step(flow, round.state, 'close');
  const open = taken(assignments).some(({ state: standing }) => standing !== 'done');
  refuseIf(open, 'round.assignments-open'); // rules.md 12
  return decide({ ...round, state, closedOn: on }, roundClosed({ roundId: round.id }));
}

export function cancel(round: Round, reason: string): Decision<Round> {
  const state = step(flow, round.state, 'cancel');
  return decide({ ...round, state, cancelReason: reason }, roundCancelled({ roundId: round.id }));
}

/** What of a round goes with everything that grows from it. */
export function traitsOf({ kind, ways, ledBy, joint, cross, upgraded, theme }: RoundTraits): RoundTraits {
  return { kind, ways, ledBy, joint, cross, upgraded, theme };
}

function taken(assignments: readonly Standing[]): Standing[] {
  return assignments.filter(({ state }) => state !== 'cancelled');
}

function refuseUnfit(description: Description, { term, lead }: Frame): void {
  const { kind, ways, theme, ledBy, batches, examinedSince, examinedUntil } = description;
  refuseIf(new Set(ways).size < ways.length, 'round.way-twice');
  refuseIf(kind === 'special' && theme === null, 'round.theme-missing');
  refuseIf(kind === 'routine' && theme !== null, 'round.theme-of-routine');
  refuseIf((ledBy === 'township') !== (lead !== null), 'round.lead-organization');
  refuseIf(lead !== null && lead.kind !== 'township', 'round.lead-organization');
  refuseIf(lead !== null && lead.state !== 'active', 'organization.not-active', { code: lead?.code });
  refuseIf(examinedUntil !== null && examinedUntil < examinedSince, 'round.examined-backwards');
  refuseUnfitBatches(batches, term);
}

function refuseUnfitBatches(batches: Batch[], term: Term): void {
  const { firstDay, lastDay } = term;
  batches.forEach(({ entersOn, leavesOn }, index) => {
    const batch = index + 1;
    refuseIf(leavesOn < entersOn, 'round.batch-backwards', { batch });
    refuseIf(entersOn < (batches[index - 1]?.entersOn ?? entersOn), 'round.batches-disordered', { batch });
    const inTerm = includes(term, entersOn) && includes(term, leavesOn);
    refuseUnless(inTerm, 'round.outside-term', { batch, firstDay, lastDay });
  });
}
