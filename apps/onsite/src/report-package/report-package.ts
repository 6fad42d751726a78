/** Two reports and one list of findings, from the team to the office, the hearing and the decision (lifecycle.md, NB17-10). */
import {
  decide as decision,
  reportPackageDecided,
  reportPackageHeard,
  reportPackageReturned,
  reportPackageReviewed,
  reportPackageSubmitted,
  type Decision,
  type FileRef,
  type FiveSee,
} from '@xuncha/contracts';
import {
  defineFlow,
  idFrom,
  refuseIf,
  step,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import { described, refuseIncomplete, type Doing, type Finding } from '../finding/finding.js';
import { admit, placeOf, type Inspection } from '../inspection/inspection.js';
import { placed, whereOf, type Place } from '../inspection/place.js';

/** `draft` is what the team has laid before the office. */
export const flow = defineFlow({
  aggregate: 'onsite.reportPackage',
  initial: 'draft',
  states: {
    draft: { review: 'officeReviewed', return: 'returned' },
    returned: { resubmit: 'draft' },
    officeReviewed: { hear: 'heard', return: 'returned' },
    heard: { decide: 'decided' },
    decided: {},
  },
});

export interface Writing {
  readonly report: string;
  readonly evaluation: string;
  readonly files: readonly FileRef[];
}
export interface ReportPackage extends Place, Writing {
  readonly id: Id;
  readonly state: StateOf<typeof flow>;
  readonly submittedBy: Id;
  readonly submittedOn: BusinessDate;
  readonly reviewedOn: BusinessDate | null;
  /** Of the office, at review or return. */
  readonly opinion: string | null;
  readonly hearingId: Id | null;
  readonly heardOn: BusinessDate | null;
  readonly decidedOn: BusinessDate | null;
}

/** A hearing as planning reported it. */
export interface Hearing {
  readonly id: Id;
  readonly heldOn: BusinessDate;
  readonly roundIds: readonly Id[];
}

/** The list of the report: all findings that stand, with what it says of them. */
export function listed(standing: readonly Finding[], said: ReadonlyMap<Id, FiveSee>): Finding[] {
  const unlisted = [...said.keys()].filter((id) => !standing.some((finding) => finding.id === id));
  refuseIf(unlisted.length > 0, 'report.findings-not-listed', { findingIds: unlisted });
  return standing.map((finding) => described(finding, said.get(finding.id) ?? {}));
}

/** `findings` as listed. */
export function submit(
  inspection: Inspection,
  findings: readonly Finding[],
  writing: Writing,
  { by, on }: Doing,
): Decision<ReportPackage> {
  admit(inspection, 'submitReport');
  refuseIncomplete(findings); // rules.md 4
  const state: ReportPackage = {
    id: idFrom(inspection.id, 'reportPackage'),
    ...placed(placeOf(inspection)),
    ...writing,
    state: flow.initial,
    submittedBy: by,
    submittedOn: on,
    reviewedOn: null,
    opinion: null,
    hearingId: null,
    heardOn: null,
    decidedOn: null,
  };
  return decision(state, reportPackageSubmitted(told(state, on)));
}

export function resubmit(
  report: ReportPackage,
  findings: readonly Finding[],
  writing: Writing,
  { by, on }: Doing,
): Decision<ReportPackage> {
  const state = step(flow, report.state, 'resubmit');
  refuseIncomplete(findings); // rules.md 4
  const after = { ...report, ...writing, state, submittedBy: by, submittedOn: on, reviewedOn: null };
  return decision(after, reportPackageSubmitted(told(report, on)));
}

export function review(
  report: ReportPackage,
  findings: readonly Finding[],
  opinion: string | null,
  on: BusinessDate,
): Decision<ReportPackage> {
  const state = step(flow, report.state, 'review');
  refuseLeftOut(findings);
  refuseIf(on < report.submittedOn, 'report.reviewed-before-submission', { submittedOn: report.submittedOn });
  return decision({ ...report, state, opinion, reviewedOn: on }, reportPackageReviewed(told(report, on)));
}

export function sendBack(report: ReportPackage, opinion: string, on: BusinessDate): Decision<ReportPackage> {
  const state = step(flow, report.state, 'return');
  return decision({ ...report, state, opinion }, reportPackageReturned(told(report, on)));
}

export function hear(
  report: ReportPackage,
  findings: readonly Finding[],
  hearing: Hearing,
): Decision<ReportPackage> {
  const state = step(flow, report.state, 'hear');
  refuseLeftOut(findings);
  const { id: hearingId, heldOn, roundIds } = hearing;
  refuseIf(!roundIds.includes(report.roundId), 'report.hearing-of-other-rounds');
  refuseIf(heldOn < report.reviewedOn!, 'report.heard-before-review', { reviewedOn: report.reviewedOn });
  const fact = reportPackageHeard({ ...told(report, heldOn), hearingId });
  return decision({ ...report, state, hearingId, heardOn: heldOn }, fact);
}

/** Each finding of the list is decided by itself, none is passed over (HZ16-9). */
export function decide(
  report: ReportPackage,
  { listed, decided }: { listed: readonly Id[]; decided: readonly Id[] },
  on: BusinessDate,
): Decision<ReportPackage> {
  const state = step(flow, report.state, 'decide');
  const undecided = listed.filter((id) => !decided.includes(id));
  refuseIf(undecided.length > 0, 'report.findings-undecided', { findingIds: undecided });
  const unlisted = decided.filter((id, index) => !listed.includes(id) || decided.indexOf(id) < index);
  refuseIf(unlisted.length > 0, 'report.findings-not-listed', { findingIds: unlisted });
  refuseIf(on < report.heardOn!, 'report.decided-before-hearing', { heardOn: report.heardOn });
  return decision({ ...report, state, decidedOn: on }, reportPackageDecided(told(report, on)));
}

/** A finding confirmed after the report was submitted must get into it (rules.md 9). */
function refuseLeftOut(findings: readonly Finding[]): void {
  const left = findings.filter((finding) => finding.state === 'confirmed').map(({ title }) => title);
  refuseIf(left.length > 0, 'report.findings-left-out', { titles: left });
}

function told(report: ReportPackage, on: BusinessDate) {
  return { reportPackageId: report.id, ...whereOf(report), on };
}
