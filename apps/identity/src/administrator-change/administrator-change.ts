/** What no administrator does alone: one of the three proposes it, another of a different kind confirms it (rules.md 15). */
import {
  administratorChangeConfirmed,
  administratorChangeProposed,
  administratorChangeRejected,
  administratorChangeWithdrawn,
  decide,
  type AdministratorRole,
  type Decision,
  type FirstAdministrators,
} from '@xuncha/contracts';
import {
  addDays,
  defineFlow,
  refuseIf,
  step,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';

export const flow = defineFlow({
  aggregate: 'identity.administratorChange',
  initial: 'proposed',
  states: {
    proposed: { confirm: 'confirmed', reject: 'rejected', withdraw: 'withdrawn' },
    confirmed: {},
    rejected: {},
    withdrawn: {},
  },
});

const DAYS_TO_DECIDE = 7;

export interface Appointment {
  readonly what: 'appoint';
  readonly accountId: Id;
  readonly role: AdministratorRole;
  readonly from: BusinessDate | null;
  readonly until: BusinessDate | null;
}
export type Subject =
  | Appointment
  | { readonly what: 'dismiss' | 'disable' | 'reset'; readonly accountId: Id }
  | { readonly what: 'openSite'; readonly opening: LiveSite };

export interface LiveSite {
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string;
  readonly administrators: FirstAdministrators;
}

export interface AdministratorChange {
  readonly id: Id;
  readonly subject: Subject;
  readonly proposedBy: Id;
  readonly proposedAs: AdministratorRole;
  readonly proposedOn: BusinessDate;
  readonly decidedBy: Id | null;
  readonly state: StateOf<typeof flow>;
}
/** One of the three, acting. */
export interface Administrator {
  readonly id: Id;
  readonly role: AdministratorRole;
}

/** `others` are the changes proposed for the same account. */
export function propose(
  id: Id,
  subject: Subject,
  { by, on, others }: { by: Administrator; on: BusinessDate; others: readonly AdministratorChange[] },
): Decision<AdministratorChange> {
  refuseIf(concerns(subject, by), 'administrator.own-change');
  refuseIf(
    others.some((other) => isOpen(other, on)),
    'administrator.change-open',
  );
  const proposed = { proposedBy: by.id, proposedAs: by.role };
  const fact = administratorChangeProposed({ changeId: id, ...namedIn(subject), ...proposed });
  return decide({ id, subject, ...proposed, proposedOn: on, decidedBy: null, state: flow.initial }, fact);
}

export function confirm(
  change: AdministratorChange,
  by: Administrator,
  on: BusinessDate,
): Decision<AdministratorChange> {
  refuseUnlessSecond(change, by);
  refuseIf(isLapsed(change, on), 'administrator.change-lapsed', { days: DAYS_TO_DECIDE });
  const { id, proposedBy } = change;
  const confirmed = { changeId: id, proposedBy, confirmedBy: by.id, confirmedAs: by.role };
  const state = step(flow, change.state, 'confirm');
  return decide({ ...change, decidedBy: by.id, state }, administratorChangeConfirmed(confirmed));
}

export function reject(change: AdministratorChange, by: Administrator): Decision<AdministratorChange> {
  refuseUnlessSecond(change, by);
  const { id, proposedBy } = change;
  const rejected = { changeId: id, proposedBy, rejectedBy: by.id, rejectedAs: by.role };
  const state = step(flow, change.state, 'reject');
  return decide({ ...change, decidedBy: by.id, state }, administratorChangeRejected(rejected));
}

export function withdraw(change: AdministratorChange, by: Administrator): Decision<AdministratorChange> {
  refuseIf(by.id !== change.proposedBy, 'administrator.not-proposer');
  const state = step(flow, change.state, 'withdraw');
  return decide({ ...change, state }, administratorChangeWithdrawn({ changeId: change.id }));
}

/** Whether it can still be confirmed; compared, never stored. */
export function isOpen(change: AdministratorChange, on: BusinessDate): boolean {
  return change.state === 'proposed' && !isLapsed(change, on);
}

export function lapsesAfter({ proposedOn }: AdministratorChange): BusinessDate {
  return addDays(proposedOn, DAYS_TO_DECIDE);
}

function isLapsed(change: AdministratorChange, on: BusinessDate): boolean {
  return on > lapsesAfter(change);
}

/** Three people of two kinds: who proposes, who decides, whom it concerns. */
function refuseUnlessSecond(
  { subject, proposedBy, proposedAs }: AdministratorChange,
  by: Administrator,
): void {
  refuseIf(concerns(subject, by), 'administrator.own-change');
  refuseIf(by.id === proposedBy || by.role === proposedAs, 'administrator.same-kind');
}

function concerns(subject: Subject, { id }: Administrator): boolean {
  return 'accountId' in subject && subject.accountId === id;
}

/** What an event says of it: ids and codes. */
function namedIn(subject: Subject) {
  const { what } = subject;
  if (subject.what === 'openSite') return { what, site: subject.opening.code };
  const role = subject.what === 'appoint' ? { role: subject.role } : {};
  return { what, accountId: subject.accountId, ...role };
}
