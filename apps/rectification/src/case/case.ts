/** All that follows from one feedback: opened, planned, worked on, reported, reviewed, assessed and closed. Plan: plan.ts; reports: reports.ts. */
import {
  caseAssessed,
  caseClosed,
  caseOpened,
  caseReopened,
  caseSignerNamed,
  caseUnderway,
  decide,
  type Assessment,
  type CaseDue,
  type Decision,
  type OpinionSlip,
  type PlanView,
  type ReportView,
  type ReviewView,
} from '@xuncha/contracts';
import {
  allows,
  chinaCalendar,
  deadline,
  defineFlow,
  profileOf,
  refuseIf,
  step,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import type { Due, Dues } from '../due/due.js';
import type { Person } from '../person/person.js';
import { pickPlace, type Place } from '../place/place.js';

export const flow = defineFlow({
  aggregate: 'rectification.case',
  initial: 'opened',
  states: {
    opened: { draftPlan: 'opened', signPlan: 'planSubmitted' },
    planSubmitted: { returnPlan: 'opened', acceptPlan: 'planAccepted' },
    planAccepted: { begin: 'underway' },
    underway: { report: 'underway', completeReports: 'reportsSubmitted' },
    reportsSubmitted: {
      returnReports: 'underway',
      review: 'reportsSubmitted',
      completeReview: 'jointlyReviewed',
    },
    jointlyReviewed: { assess: 'assessed' },
    assessed: { close: 'closed' },
    closed: { reopen: 'underway' },
  },
});

export interface FedBack {
  readonly findingId: Id;
  /** Ordered on site already: it has an item of its own. */
  readonly immediate: boolean;
}
export interface Case extends Place {
  readonly id: Id;
  readonly feedbackId: Id;
  readonly state: StateOf<typeof flow>;
  readonly profile: string;
  readonly openedOn: BusinessDate;
  readonly planDueOn: BusinessDate;
  /** The day from which the time for the reports counts: that of the feedback, or of the reopening. */
  readonly reportsDueFrom: BusinessDate;
  readonly reportsDueOn: BusinessDate;
  readonly closedOn: BusinessDate | null;
  readonly findings: FedBack[];
  /** Signed ones that were returned, and the current one as the last. */
  readonly plans: PlanView[];
  readonly slips: OpinionSlip[];
  readonly reports: ReportView[];
  readonly reviews: ReviewView[];
  readonly assessments: Assessment[];
  readonly reopenings: { readonly reason: string; readonly on: BusinessDate; readonly by: Id }[];
  /** Signs instead of the head (rules.md 11). */
  readonly signerId: Id | null;
  /** Sealed: it may say that the head is the subject of a clue. */
  readonly signerReason: Uint8Array | null;
}

/** The profile of the round says how much time there is (rules.md, plan.due and report.due). */
export function open(
  id: Id,
  feedback: Place & { feedbackId: Id; profile: string; on: BusinessDate; findings: readonly FedBack[] },
): Decision<Case> {
  const { on, feedbackId, profile, findings } = feedback;
  const time = profileOf(profile).durations;
  const it: Case = {
    id,
    feedbackId,
    ...pickPlace(feedback),
    state: flow.initial,
    profile,
    openedOn: on,
    planDueOn: deadline(chinaCalendar, on, time['plan.due']),
    reportsDueFrom: on,
    reportsDueOn: deadline(chinaCalendar, on, time['report.due']),
    closedOn: null,
    findings: [...findings],
    plans: [],
    slips: [],
    reports: [],
    reviews: [],
    assessments: [],
    reopenings: [],
    signerId: null,
    signerReason: null,
  };
  return decide(it, caseOpened({ ...placeOf(it), feedbackId, on }));
}

/** Work has begun on one of the items. */
export function begin(it: Case, on: BusinessDate): Decision<Case> {
  const after = { ...it, state: step(flow, it.state, 'begin') };
  return decide(after, caseUnderway({ ...placeOf(after), on }));
}

/** The first item that is started begins the case; an immediate one may be started before there is a plan. */
export function beginWithItem(it: Case, on: BusinessDate): Decision<Case> {
  return allows(flow, it.state, 'begin') ? begin(it, on) : decide(it);
}

/** Instead of the head, where the post is vacant or the head may not sign; null gives it back to the head (rules.md 11). */
export function nameSigner(
  it: Case,
  signerId: Id | null,
  sealedReason: Uint8Array,
  on: BusinessDate,
): Decision<Case> {
  const after = { ...it, signerId, signerReason: sealedReason };
  return decide(after, caseSignerNamed({ ...placeOf(after), on }));
}

export function maySign({ signerId }: Case, by: Person): boolean {
  return signerId === null ? by.heads : by.account === signerId;
}
export function refuseOtherSigner(it: Case, by: Person): void {
  refuseIf(!maySign(it, by), 'case.not-the-signer'); // rules.md 11
}

export function assess(
  it: Case,
  assessed: Omit<Assessment, 'on' | 'by'>,
  by: Person,
  on: BusinessDate,
): Decision<Case> {
  const assessment = { ...assessed, on, by: by.account };
  const after = {
    ...it,
    state: step(flow, it.state, 'assess'),
    assessments: [...it.assessments, assessment],
  };
  const { score, grade } = assessed;
  return decide(after, caseAssessed({ ...placeOf(after), on, score, grade }));
}

/** Only when nothing is left to be solved; what is kept long-term is checked every year all the same (rules.md 9, SZ-5). */
export function close(it: Case, items: readonly { state: string }[], on: BusinessDate): Decision<Case> {
  const state = step(flow, it.state, 'close');
  const unsolved = items.filter((item) => item.state !== 'closed' && item.state !== 'longTerm').length;
  refuseIf(unsolved > 0, 'case.items-open', { unsolved });
  const after = { ...it, state, closedOn: on };
  return decide(after, caseClosed({ ...placeOf(after), on }));
}

/** The two reports are asked for anew, in the time that the profile gives, from that day on. */
export function reopen(it: Case, reason: string, by: Person, on: BusinessDate): Decision<Case> {
  const state = step(flow, it.state, 'reopen');
  const time = profileOf(it.profile).durations['report.due'];
  const after: Case = {
    ...it,
    ...lapsed(it),
    state,
    closedOn: null,
    reportsDueFrom: on,
    reportsDueOn: deadline(chinaCalendar, on, time),
    reopenings: [...it.reopenings, { reason, on, by: by.account }],
  };
  return decide(after, caseReopened({ ...placeOf(after), on }));
}

/** A reopened item takes a closed case with it. */
export function reopenWithItem(it: Case, by: Person, on: BusinessDate): Decision<Case> {
  return allows(flow, it.state, 'reopen') ? reopen(it, '整改事项重新打开', by, on) : decide(it);
}

/** The plan is owed until it is handed in and again when it is returned, the reports likewise. */
export function dueOf(it: Case, due: CaseDue): Due | null {
  const { state, profile } = it;
  if (due === 'plan') return state === 'opened' ? { from: it.openedOn, dueOn: it.planDueOn, profile } : null;
  const isOwed = ['opened', 'planSubmitted', 'planAccepted', 'underway'].includes(state);
  return isOwed ? { from: it.reportsDueFrom, dueOn: it.reportsDueOn, profile } : null;
}
export const duesOf = (it: Case): Dues => ({
  'plan.due': dueOf(it, 'plan'),
  'report.due': dueOf(it, 'reports'),
});

/** Reports and reviews that count no more, and stay. */
export function lapsed({ reports, reviews }: Case): Pick<Case, 'reports' | 'reviews'> {
  return {
    reports: reports.map((report) => ({ ...report, lapsed: true })),
    reviews: reviews.map((review) => ({ ...review, lapsed: true })),
  };
}

export function placeOf(it: Case) {
  return { caseId: it.id, ...pickPlace(it) };
}
