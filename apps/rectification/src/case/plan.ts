/** The plan of a case: measure, person and deadline for each finding, signed by the head, accepted or returned with opinions (NB17-8, NB17-11). */
import {
  decide,
  opinionsReceived,
  planAccepted,
  planDrafted,
  planReturned,
  planSubmitted,
  type Decision,
  type OpinionSlip,
  type PlanRow,
  type PlanView,
} from '@xuncha/contracts';
import { refuseIf, refuseUnless, step, type BusinessDate } from '@xuncha/domain-kit';
import type { Person } from '../person/person.js';
import { begin, flow, placeOf, refuseOtherSigner, type Case } from './case.js';

/** Series of the official numbers of opinion slips: `瑞巡整意〔2017〕3号`. */
export const OPINION_SERIES = '巡整意';

/** What the office says, and under which number it is handed over. */
export interface Opinions {
  readonly number: string;
  readonly opinions: string;
}

/** Every finding of the feedback needs at least one item; an immediate one has it already (rules.md 9). */
export function draft(it: Case, rows: readonly PlanRow[], by: Person, on: BusinessDate): Decision<Case> {
  const state = step(flow, it.state, 'draftPlan');
  refuseUnfit(it, rows, on);
  const drafted: PlanView = {
    rows: [...rows],
    draftedOn: on,
    draftedBy: by.account,
    signedOn: null,
    signedBy: null,
    lapsed: false,
  };
  const signed = it.plans.filter((plan) => plan.signedOn !== null);
  return decide({ ...it, state, plans: [...signed, drafted] }, planDrafted({ ...placeOf(it), on }));
}

/** The head's signature hands it in (rules.md 11). */
export function sign(it: Case, by: Person, on: BusinessDate): Decision<Case> {
  const state = step(flow, it.state, 'signPlan');
  refuseOtherSigner(it, by);
  const plan = current(it);
  refuseUnless(plan, 'case.no-plan');
  const signed = { ...plan, signedOn: on, signedBy: by.account };
  const after = { ...it, state, plans: [...it.plans.slice(0, -1), signed] };
  return decide(after, planSubmitted({ ...placeOf(it), on }));
}

export function sendBack(it: Case, opinions: Opinions, by: Person, on: BusinessDate): Decision<Case> {
  const state = step(flow, it.state, 'returnPlan');
  const plans = it.plans.map((plan) => ({ ...plan, lapsed: true }));
  const slips = [...it.slips, slip('plan', 'returned', opinions, by, on)];
  return decide({ ...it, state, plans, slips }, planReturned({ ...placeOf(it), on }));
}

/** Its rows become the items of the case. Without rows all findings are immediate, and work on them has begun on site. */
export function accept(it: Case, opinions: Opinions, by: Person, on: BusinessDate): Decision<Case> {
  const state = step(flow, it.state, 'acceptPlan');
  const slips = [...it.slips, slip('plan', 'accepted', opinions, by, on)];
  const after = { ...it, state, slips };
  const accepted = planAccepted({ ...placeOf(it), on });
  if (rowsOf(it).length > 0) return decide(after, accepted);
  const begun = begin(after, on);
  return decide(begun.state, accepted, ...begun.facts);
}

export function rowsOf(it: Case): readonly PlanRow[] {
  return current(it)?.rows ?? [];
}

/** The organization's signature for all that it was told and has not signed for yet. */
export function receiveOpinions(it: Case, by: Person, on: BusinessDate): Decision<Case> {
  refuseIf(!it.slips.some(isUnreceived), 'case.no-opinions');
  const slips = it.slips.map((each) =>
    isUnreceived(each) ? { ...each, receivedOn: on, receivedBy: by.account } : each,
  );
  return decide({ ...it, slips }, opinionsReceived({ ...placeOf(it), on }));
}

export function slip(
  about: OpinionSlip['about'],
  verdict: OpinionSlip['verdict'],
  { number, opinions }: Opinions,
  by: Person,
  on: BusinessDate,
): OpinionSlip {
  return { number, about, verdict, opinions, on, by: by.account, receivedOn: null, receivedBy: null };
}

const isUnreceived = ({ receivedOn }: OpinionSlip) => receivedOn === null;

function current(it: Case): PlanView | undefined {
  const last = it.plans.at(-1);
  return last?.lapsed ? undefined : last;
}

function refuseUnfit(it: Case, rows: readonly PlanRow[], on: BusinessDate): void {
  const known = new Set(it.findings.map((finding) => finding.findingId));
  const unknown = rows.filter((row) => !known.has(row.findingId)).map((row) => row.findingId);
  refuseIf(unknown.length > 0, 'plan.unknown-finding', { findingIds: unknown });
  const planned = new Set(rows.map((row) => row.findingId));
  const left = it.findings.filter((finding) => !finding.immediate && !planned.has(finding.findingId));
  refuseIf(left.length > 0, 'plan.finding-left-out', {
    findingIds: left.map((finding) => finding.findingId),
  });
  const past = rows.flatMap((row, index) => (row.dueOn < on ? [index + 1] : []));
  refuseIf(past.length > 0, 'plan.due-in-past', { rows: past });
}
