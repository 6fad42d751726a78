/** One item of rectification: opened, worked on, handed in on evidence, closed out by review, and reopened where it was not solved (rules.md 10). */
import {
  decide,
  itemAttached,
  itemChecked,
  itemClosed,
  itemLongTerm,
  itemOpened,
  itemPlanned,
  itemReopened,
  itemReturned,
  itemStarted,
  itemSubmitted,
  type Decision,
  type PlanRow,
  type ReopenedBecause,
} from '@xuncha/contracts';
import {
  addMonths,
  defineFlow,
  refuseIf,
  refuseUnless,
  step,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import type { Due, Dues } from '../due/due.js';
import type { Person } from '../person/person.js';
import { pickPlace, type Place } from '../place/place.js';
import { factsOf, handIn, type HandedIn, type Submission, type When } from './submission.js';

export const flow = defineFlow({
  aggregate: 'rectification.item',
  initial: 'open',
  states: {
    open: { plan: 'open', start: 'inProgress' },
    inProgress: { plan: 'inProgress', submit: 'submitted', keepLongTerm: 'longTerm' },
    submitted: {
      changeEvidence: 'submitted',
      return: 'inProgress',
      close: 'closed',
      keepLongTerm: 'longTerm',
    },
    closed: { changeEvidence: 'submitted', reopen: 'inProgress' },
    longTerm: { check: 'longTerm', reopen: 'inProgress' },
  },
});

export interface Remark {
  readonly opinion: string;
  readonly on: BusinessDate;
  readonly by: Id;
}
/** A close-out and what it was bound to; an undone one stays (rules.md 10). */
export interface Closing {
  readonly hash: string;
  readonly opinion: string | null;
  readonly on: BusinessDate;
  readonly by: Id;
  readonly undone: { readonly because: ReopenedBecause; readonly on: BusinessDate; readonly by: Id } | null;
}
export interface Item extends Place {
  readonly id: Id;
  readonly findingId: Id;
  /** Null while an immediate item waits for the feedback. */
  readonly caseId: Id | null;
  readonly state: StateOf<typeof flow>;
  readonly immediate: boolean;
  readonly profile: string;
  readonly openedOn: BusinessDate;
  readonly measure: string | null;
  /** Restricted: a person's name. */
  readonly responsible: string | null;
  /** The day from which the time until `dueOn` counts. */
  readonly dueFrom: BusinessDate;
  readonly dueOn: BusinessDate;
  readonly closedOn: BusinessDate | null;
  readonly submissions: Submission[];
  readonly returns: Remark[];
  readonly closings: Closing[];
  readonly checks: Remark[];
  readonly reopenings: Remark[];
}

/** Ordered while the team is on site: there is no plan yet, and perhaps no case. */
export function order(
  id: Id,
  ordered: Place & { findingId: Id; profile: string; on: BusinessDate; dueOn: BusinessDate },
  caseId: Id | null,
): Decision<Item> {
  const { findingId, profile, on, dueOn } = ordered;
  const given = { findingId, caseId, profile, dueOn, measure: null, responsible: null };
  return opened({ ...blank(on), ...pickPlace(ordered), ...given, id, immediate: true });
}

/** One row of an accepted plan becomes an item (NB17-11). */
export function openFromPlan(
  id: Id,
  of: Place & { id: Id; profile: string },
  { findingId, measure, responsible, dueOn }: PlanRow,
  on: BusinessDate,
): Decision<Item> {
  const given = { findingId, caseId: of.id, profile: of.profile, dueOn, measure, responsible };
  return opened({ ...blank(on), ...pickPlace(of), ...given, id, immediate: false });
}

/** The case of an immediate item's finding has been opened. */
export function attach(item: Item, caseId: Id, on: BusinessDate): Decision<Item> {
  refuseIf(item.caseId !== null, 'item.has-case', { caseId: item.caseId });
  const after = { ...item, caseId };
  return decide(after, itemAttached({ ...placeOf(after), on }));
}

/** Measure and person of an immediate item, which no plan gave it. */
export function plan(item: Item, measure: string, responsible: string, on: BusinessDate): Decision<Item> {
  const after = { ...item, state: step(flow, item.state, 'plan'), measure, responsible };
  refuseUnless(item.immediate, 'item.planned-by-plan');
  return decide(after, itemPlanned({ ...placeOf(after), on, dueOn: after.dueOn }));
}

export function start(item: Item, on: BusinessDate): Decision<Item> {
  const after = { ...item, state: step(flow, item.state, 'start') };
  refuseIf(item.measure === null, 'item.no-measure');
  return decide(after, itemStarted({ ...placeOf(after), on }));
}

/** Refused while one of the five of the result is missing (rules.md 4, RA17-14), or without evidence (rules.md 10). */
export function submit(item: Item, handedIn: HandedIn, by: Person, when: When): Decision<Item> {
  const state = step(flow, item.state, 'submit');
  const submission = handIn(item, handedIn, by, when);
  const after = { ...item, state, submissions: [...item.submissions, submission] };
  return decide(after, submittedFact(after, submission));
}

/** What was seen at close-out is no longer what is there: the close-out is void, and it is reviewed again (rules.md 10). */
export function changeEvidence(item: Item, handedIn: HandedIn, by: Person, when: When): Decision<Item> {
  const state = step(flow, item.state, 'changeEvidence');
  const { on } = when;
  const submission = handIn(item, handedIn, by, when);
  refuseIf(submission.hash === item.submissions.at(-1)?.hash, 'item.evidence-unchanged');
  const before = undone(item, 'evidenceChanged', by, on);
  const after = { ...before, state, submissions: [...item.submissions, submission] };
  const submitted = submittedFact(after, submission);
  if (item.state !== 'closed') return decide(after, submitted);
  return decide(after, itemReopened({ ...placeOf(after), on, because: 'evidenceChanged' }), submitted);
}

export function sendBack(item: Item, opinion: string, by: Person, on: BusinessDate): Decision<Item> {
  const state = step(flow, item.state, 'return');
  const after = { ...item, state, returns: [...item.returns, { opinion, on, by: by.account }] };
  return decide(after, itemReturned({ ...placeOf(after), on }));
}

/** By somebody who does not belong to the organization, on what they saw: `seen.hash` names it (rules.md 10, HZ16-10). */
export function close(
  item: Item,
  seen: { hash: string; opinion: string | null },
  by: Person,
  on: BusinessDate,
): Decision<Item> {
  const state = step(flow, item.state, 'close');
  refuseIf(by.belongs, 'item.closed-by-own-organization');
  const submission = item.submissions.at(-1);
  refuseUnless(submission, 'item.no-evidence');
  refuseIf(submission.hash !== seen.hash, 'item.evidence-changed', { hash: submission.hash });
  refuseIf(on < submission.on, 'item.closed-before-submitted', { submittedOn: submission.on });
  const closing = { ...seen, on, by: by.account, undone: null };
  const after = { ...item, state, closedOn: on, closings: [...item.closings, closing] };
  return decide(after, itemClosed({ ...placeOf(after), on, seen: factsOf(submission) }));
}

/** What showed that it was not solved; `ratings` is how many say so. */
export interface Ground {
  readonly because: Exclude<ReopenedBecause, 'evidenceChanged'>;
  readonly ratings?: number | undefined;
  readonly opinion: string;
  /** A new deadline; otherwise the old one stands. */
  readonly dueOn?: BusinessDate | undefined;
}
export function reopen(item: Item, ground: Ground, by: Person, on: BusinessDate): Decision<Item> {
  const state = step(flow, item.state, 'reopen');
  const { because, opinion, ratings = 0, dueOn } = ground;
  refuseIf(because === 'ratings' && ratings < 2, 'item.single-rating'); // rules.md 10
  refuseIf(dueOn !== undefined && dueOn < on, 'item.due-in-past', { dueOn });
  const due = dueOn === undefined ? { dueOn: item.dueOn } : { dueOn, dueFrom: on };
  const reopenings = [...item.reopenings, { opinion, on, by: by.account }];
  const after = { ...undone(item, because, by, on), ...due, state, reopenings };
  return decide(after, itemReopened({ ...placeOf(after), on, because }));
}

/** Kept up for good, and looked at every year (SZ-5). */
export function keepLongTerm(item: Item, reason: string, by: Person, on: BusinessDate): Decision<Item> {
  const state = step(flow, item.state, 'keepLongTerm');
  refuseIf(by.belongs, 'item.closed-by-own-organization');
  const checks = [...item.checks, { opinion: reason, on, by: by.account }];
  const after = { ...nextYear(item, on), state, checks };
  return decide(after, itemLongTerm({ ...placeOf(after), on }));
}

export function check(item: Item, opinion: string, by: Person, on: BusinessDate): Decision<Item> {
  const state = step(flow, item.state, 'check');
  refuseIf(by.belongs, 'item.closed-by-own-organization');
  const checks = [...item.checks, { opinion, on, by: by.account }];
  const after = { ...nextYear(item, on), state, checks };
  return decide(after, itemChecked({ ...placeOf(after), on }));
}

/** The organization owes work while the item is with it; a long-term one owes a look every year. */
export const owedStates: readonly Item['state'][] = ['open', 'inProgress', 'longTerm'];

export function dueOf({ state, dueFrom, dueOn, profile }: Item): Due | null {
  return owedStates.includes(state) ? { from: dueFrom, dueOn, profile } : null;
}

/** It came back, returned or reopened, and has not been handed in since. */
export function isSentBack({ state, submissions, returns, reopenings }: Item): boolean {
  const last = submissions.at(-1)?.on;
  const back = [returns.at(-1), reopenings.at(-1)].flatMap((remark) => remark?.on ?? []);
  return state === 'inProgress' && back.some((on) => last === undefined || on >= last);
}

export const duesOf = (item: Item): Dues => ({ 'item.due': dueOf(item) });

function placeOf(item: Item) {
  const { id: itemId, findingId, caseId } = item;
  return { itemId, findingId, caseId, ...pickPlace(item) };
}

const submittedFact = (item: Item, submission: Submission) =>
  itemSubmitted({ ...placeOf(item), on: submission.on, seen: factsOf(submission) });

function opened(item: Item): Decision<Item> {
  const { openedOn: on, dueOn, immediate } = item;
  return decide(item, itemOpened({ ...placeOf(item), on, dueOn, immediate }));
}

function blank(on: BusinessDate) {
  const history = { submissions: [], returns: [], closings: [], checks: [], reopenings: [] };
  return { state: flow.initial, openedOn: on, dueFrom: on, closedOn: null, ...history };
}

function nextYear(item: Item, on: BusinessDate): Item {
  return { ...item, dueFrom: on, dueOn: addMonths(on, 12) };
}

/** The close-out that stood stands no more, and is kept. */
function undone(item: Item, because: ReopenedBecause, by: Person, on: BusinessDate): Item {
  const closings = item.closings.map((closing) =>
    closing.undone ? closing : { ...closing, undone: { because, on, by: by.account } },
  );
  return { ...item, closedOn: null, closings };
}
