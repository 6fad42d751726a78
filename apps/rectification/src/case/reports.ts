/** The two reports of a case, the organization's and its head's (NB17-11), and their joint review by three bodies (ALL-9). */
import {
  caseReviewed,
  decide,
  reportDrafted,
  reportSigned,
  reportsReturned,
  reportsSubmitted,
  ReviewBody,
  reviewGiven,
  type Decision,
  type Fact,
  type ReportOf,
  type ReportView,
  type ReviewView,
} from '@xuncha/contracts';
import { refuseUnless, step, type BusinessDate } from '@xuncha/domain-kit';
import type { Person } from '../person/person.js';
import { flow, lapsed, placeOf, refuseOtherSigner, type Case } from './case.js';
import { slip, type Opinions } from './plan.js';

export type Writing = Pick<ReportView, 'text' | 'files'>;

/** The organization's own report waits for the head's signature; drafted again, it waits anew. */
export function draft(it: Case, writing: Writing, by: Person, on: BusinessDate): Decision<Case> {
  const drafted = report('organization', writing, by, on);
  return reported(it, drafted, on, reportDrafted({ ...placeOf(it), of: 'organization', on }));
}

export function sign(it: Case, by: Person, on: BusinessDate): Decision<Case> {
  refuseOtherSigner(it, by);
  const drafted = current(it, 'organization');
  refuseUnless(drafted?.signedOn === null, 'case.no-report');
  const signed = { ...drafted, signedOn: on, signedBy: by.account };
  return reported(it, signed, on, reportSigned({ ...placeOf(it), of: 'organization', on }));
}

/** Whoever signs hands it in himself: handing in is signing (rules.md 11). */
export function submitHeads(it: Case, writing: Writing, by: Person, on: BusinessDate): Decision<Case> {
  refuseOtherSigner(it, by);
  const signed = { ...report('head', writing, by, on), signedOn: on, signedBy: by.account };
  return reported(it, signed, on, reportSigned({ ...placeOf(it), of: 'head', on }));
}

export function sendBack(it: Case, opinions: Opinions, by: Person, on: BusinessDate): Decision<Case> {
  const state = step(flow, it.state, 'returnReports');
  const slips = [...it.slips, slip('reports', 'returned', opinions, by, on)];
  return decide({ ...it, ...lapsed(it), state, slips }, reportsReturned({ ...placeOf(it), on }));
}

/** One body's opinion; its later one takes the place of the earlier. When all three agree, the reports are reviewed. */
export function review(
  it: Case,
  given: Pick<ReviewView, 'body' | 'agrees' | 'opinion' | 'reviewer'>,
  by: Person,
  on: BusinessDate,
): Decision<Case> {
  const state = step(flow, it.state, 'review');
  const { body, agrees } = given;
  const earlier = it.reviews.map((each) => (each.body === body ? { ...each, lapsed: true } : each));
  const reviews = [...earlier, { ...given, on, recordedBy: by.account, lapsed: false }];
  const fact = reviewGiven({ ...placeOf(it), body, agrees, on });
  if (!allAgree(reviews)) return decide({ ...it, state, reviews }, fact);
  const done = { ...it, state: step(flow, state, 'completeReview'), reviews };
  return decide(done, fact, caseReviewed({ ...placeOf(it), on }));
}

/** The state after a report was filed: two signed ones are handed in together. */
function reported(it: Case, filed: ReportView, on: BusinessDate, fact: Fact): Decision<Case> {
  const state = step(flow, it.state, 'report');
  const after = { ...it, state, reports: [...displaced(it, filed.of), filed] };
  if (!isComplete(after)) return decide(after, fact);
  const done = { ...after, state: step(flow, state, 'completeReports') };
  return decide(done, fact, reportsSubmitted({ ...placeOf(it), on }));
}

/** A draft gives way; what was signed stays, though it counts no more. */
function displaced(it: Case, of: ReportOf): ReportView[] {
  return it.reports
    .filter((each) => each.lapsed || each.of !== of || each.signedOn !== null)
    .map((each) => (each.of === of ? { ...each, lapsed: true } : each));
}

function report(of: ReportOf, { text, files }: Writing, by: Person, on: BusinessDate): ReportView {
  return {
    of,
    text,
    files,
    draftedOn: on,
    draftedBy: by.account,
    signedOn: null,
    signedBy: null,
    lapsed: false,
  };
}

function current(it: Case, of: ReportOf): ReportView | undefined {
  return it.reports.find((each) => each.of === of && !each.lapsed);
}

function isComplete(it: Case): boolean {
  return (['organization', 'head'] as const).every((of) => (current(it, of)?.signedOn ?? null) !== null);
}

function allAgree(reviews: readonly ReviewView[]): boolean {
  return ReviewBody.options.every((body) =>
    reviews.some((each) => each.body === body && !each.lapsed && each.agrees),
  );
}
