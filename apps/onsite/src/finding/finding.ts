/** A finding: confirmed from working papers, reported, decided, fed back; never deleted (lifecycle.md, rules.md 3, 4, 9). */
import {
  decide as decision,
  findingConfirmed,
  findingDecided,
  findingDescribed,
  findingDropped,
  findingFedBack,
  findingMerged,
  findingReclassified,
  findingReported,
  rectificationOrdered,
  type Decision,
  type Disposal,
  type FiveSee,
} from '@xuncha/contracts';
import {
  defineFlow,
  refuseIf,
  refuseUnless,
  step,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import { admit, placeOf, refuseBeforeEntry, type Inspection } from '../inspection/inspection.js';
import type { Officer } from '../inspection/officer.js';
import { placed, whereOf, type Place } from '../inspection/place.js';
import { hasThreeSignatures, type WorkingPaper } from '../working-paper/working-paper.js';
import { filledIn, missingParts, refuseNamesIn } from './five-see.js';

export const flow = defineFlow({
  aggregate: 'onsite.finding',
  initial: 'confirmed',
  states: {
    confirmed: {
      describe: 'confirmed',
      reclassify: 'confirmed',
      order: 'confirmed',
      report: 'reported',
      absorb: 'confirmed',
      merge: 'merged',
      drop: 'dropped',
    },
    reported: {
      describe: 'reported',
      reclassify: 'reported',
      report: 'reported',
      decide: 'decided',
      absorb: 'reported',
      merge: 'merged',
      drop: 'dropped',
    },
    decided: { reclassify: 'decided', feedBack: 'fedBack' },
    fedBack: { reclassify: 'fedBack' },
    merged: {},
    dropped: {},
  },
});

/** What figures count by. */
export interface Counting {
  readonly classes: readonly string[];
  readonly amountInvolved: number | null;
}
export interface Statement extends Counting {
  /** Goes into the feedback, so it names nobody (rules.md 5). */
  readonly title: string;
  readonly description: string;
  /** What the finding rests on (ALL-10). */
  readonly clause: string;
  readonly fiveSee: FiveSee;
}
export interface Finding extends Place, Statement {
  readonly id: Id;
  readonly paperIds: readonly Id[];
  readonly state: StateOf<typeof flow>;
  readonly confirmedBy: Id;
  readonly confirmedOn: BusinessDate;
  /** Set where the leader ordered immediate rectification. */
  readonly immediateDueOn: BusinessDate | null;
  readonly disposals: readonly Disposal[];
  readonly decision: string | null;
  readonly decidedOn: BusinessDate | null;
  readonly mergedIntoId: Id | null;
  /** An end has a person, a date and, where it is none of the usual, a reason (rules.md 9). */
  readonly endedBy: Id | null;
  readonly endedOn: BusinessDate | null;
  readonly endReason: string | null;
}

/** Who did something to a finding, and when. */
export interface Doing<By = Id> {
  readonly by: By;
  readonly on: BusinessDate;
}

/** With a due date, the leader orders at once that it be put right. */
export function confirm(
  id: Id,
  { inspection, papers }: { inspection: Inspection; papers: readonly WorkingPaper[] },
  statement: Statement,
  immediateDueOn: BusinessDate | null,
  { by, on }: Doing<Officer>,
): Decision<Finding> {
  admit(inspection, 'confirmFinding');
  refuseBeforeEntry(inspection, on);
  refuseUnlessCarried(papers, inspection, on);
  refuseNamesIn(statement.title, statement.fiveSee, 'finding.title-names-person');
  const paperIds = papers.map((paper) => paper.id);
  const state = unended({ id, ...placed(placeOf(inspection)), ...statement, paperIds, by: by.id, on });
  const immediate = immediateDueOn !== null;
  const confirmed = findingConfirmed({ ...told(state), ...countingOf(state), immediate, paperIds, on });
  if (!immediate) return decision(state, confirmed);
  refuseIf(by.post !== 'leader', 'finding.order-not-by-leader');
  const ordered = order(state, inspection, immediateDueOn, on);
  return decision(ordered.state, confirmed, ...ordered.facts);
}

/** Immediate rectification, ordered while the team is still on site (RA17-8). */
export function order(
  finding: Finding,
  inspection: Inspection,
  dueOn: BusinessDate,
  on: BusinessDate,
): Decision<Finding> {
  const state = step(flow, finding.state, 'order');
  admit(inspection, 'orderRectification');
  refuseIf(finding.immediateDueOn !== null, 'finding.already-ordered', { dueOn: finding.immediateDueOn });
  refuseIf(dueOn < on, 'finding.due-before-order', { dueOn });
  const fact = rectificationOrdered({ ...told(finding), dueOn, on, profile: inspection.profile });
  return decision({ ...finding, state, immediateDueOn: dueOn }, fact);
}

/** Once reported, a finding keeps all its parts. */
export function describe(finding: Finding, given: FiveSee): Decision<Finding> {
  const state = step(flow, finding.state, 'describe');
  const after = described(finding, given);
  if (state === 'reported') refuseIncomplete([after]);
  return decision({ ...after, state }, findingDescribed(told(finding)));
}

export function described(finding: Finding, given: FiveSee): Finding {
  const fiveSee = filledIn(finding.fiveSee, given);
  refuseNamesIn(finding.title, fiveSee, 'finding.title-names-person');
  return { ...finding, fiveSee };
}

/** The report is refused while a five-see part of any finding is missing (rules.md 4). */
export function refuseIncomplete(findings: readonly Finding[]): void {
  const incomplete = findings
    .map(({ id, title, fiveSee }) => ({ findingId: id, title, missing: missingParts(fiveSee) }))
    .filter(({ missing }) => missing.length > 0);
  refuseIf(incomplete.length > 0, 'finding.five-see-missing', { findings: incomplete });
}

/** Into the report, with what the report says of it; again when the report is submitted again. */
export function report(finding: Finding, given: FiveSee | undefined): Decision<Finding> {
  const state = step(flow, finding.state, 'report');
  const after = { ...(given ? described(finding, given) : finding), state };
  refuseIncomplete([after]);
  const facts = [
    ...(given ? [findingDescribed(told(finding))] : []),
    ...(finding.state === state ? [] : [findingReported(told(finding))]),
  ];
  return decision(after, ...facts);
}

export function reclassify(finding: Finding, { classes, amountInvolved }: Counting): Decision<Finding> {
  const state = step(flow, finding.state, 'reclassify');
  const after = { ...finding, classes, amountInvolved, state };
  return decision(after, findingReclassified({ ...told(finding), ...countingOf(after) }));
}

/** Another finding may be merged into this one: it is still to be reported or decided. */
export function absorb(finding: Finding): Decision<Finding> {
  step(flow, finding.state, 'absorb');
  return decision(finding);
}

export function merge(finding: Finding, into: Finding, reason: string, { by, on }: Doing): Decision<Finding> {
  const state = step(flow, finding.state, 'merge');
  refuseIf(into.id === finding.id, 'finding.merged-into-itself');
  refuseIf(into.inspectionId !== finding.inspectionId, 'finding.merged-elsewhere');
  refuseIfOrdered(finding);
  const end = { endedBy: by, endedOn: on, endReason: reason };
  const fact = findingMerged({ ...told(finding), intoId: into.id, on });
  return decision({ ...finding, ...end, state, mergedIntoId: into.id }, fact);
}

export function drop(finding: Finding, reason: string, { by, on }: Doing): Decision<Finding> {
  const state = step(flow, finding.state, 'drop');
  refuseIfOrdered(finding);
  const end = { endedBy: by, endedOn: on, endReason: reason };
  return decision({ ...finding, ...end, state }, findingDropped({ ...told(finding), on }));
}

/** By the five-person group or the leading group, each finding by itself (HZ16-9). */
export function decide(
  finding: Finding,
  { disposals, decision: text }: { disposals: readonly Disposal[]; decision: string | null },
  on: BusinessDate,
): Decision<Finding> {
  const state = step(flow, finding.state, 'decide');
  const fact = findingDecided({ ...told(finding), disposals: [...disposals] });
  return decision({ ...finding, state, disposals, decision: text, decidedOn: on }, fact);
}

export function feedBack(finding: Finding, { by, on }: Doing): Decision<Finding> {
  const state = step(flow, finding.state, 'feedBack');
  return decision({ ...finding, state, endedBy: by, endedOn: on }, findingFedBack(told(finding)));
}

/** Confirmed from at least one paper of the same inspection, each with three signatures by three people (rules.md 3). */
function refuseUnlessCarried(
  papers: readonly WorkingPaper[],
  inspection: Inspection,
  on: BusinessDate,
): void {
  refuseIf(papers.length === 0, 'finding.no-paper');
  for (const paper of papers) {
    refuseIf(paper.inspectionId !== inspection.id, 'finding.paper-of-another-inspection');
    refuseUnless(hasThreeSignatures(paper), 'finding.paper-not-signed-by-three');
    refuseIf(on < paper.signedOn!, 'finding.before-its-paper', { signedOn: paper.signedOn });
  }
}

/** Rectification works on it already; what comes of it is decided there. */
function refuseIfOrdered({ immediateDueOn }: Finding): void {
  refuseIf(immediateDueOn !== null, 'finding.rectification-ordered');
}

type Beginning = Place & Statement & { id: Id; paperIds: readonly Id[]; by: Id; on: BusinessDate };
function unended({ by, on, ...beginning }: Beginning): Finding {
  return {
    ...beginning,
    state: flow.initial,
    confirmedBy: by,
    confirmedOn: on,
    immediateDueOn: null,
    disposals: [],
    decision: null,
    decidedOn: null,
    mergedIntoId: null,
    endedBy: null,
    endedOn: null,
    endReason: null,
  };
}

function countingOf({ classes, amountInvolved }: Counting) {
  return { classes: [...classes], amountInvolved };
}

function told(finding: Finding) {
  return { findingId: finding.id, ...whereOf(finding) };
}
