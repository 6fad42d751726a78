/** One matter, one paper, evidence attached; three signatures by three different people (rules.md 3). */
import {
  decide,
  paperDrafted,
  paperReturned,
  paperReviewed,
  paperRevised,
  paperSigned,
  type Decision,
  type Evidence,
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
import { placed, whereOf, type Place } from '../inspection/place.js';
import type { Officer } from '../inspection/officer.js';

export const flow = defineFlow({
  aggregate: 'onsite.workingPaper',
  initial: 'draft',
  states: {
    draft: { revise: 'draft', review: 'deputyReviewed', return: 'returned' },
    deputyReviewed: { sign: 'leaderSigned', return: 'returned' },
    returned: { revise: 'draft' },
    leaderSigned: {},
  },
});

export interface Contents {
  readonly matter: string;
  readonly content: string;
  readonly evidence: readonly Evidence[];
}
export interface WorkingPaper extends Place, Contents {
  readonly id: Id;
  readonly state: StateOf<typeof flow>;
  readonly authorId: Id;
  /** The author's post when the paper was written: it says who has to step in. */
  readonly authorPost: Officer['post'];
  readonly reviewerId: Id | null;
  readonly approverId: Id | null;
  readonly draftedOn: BusinessDate;
  readonly reviewedOn: BusinessDate | null;
  readonly signedOn: BusinessDate | null;
  /** Why it was returned last. */
  readonly opinion: string | null;
}

export function draft(
  id: Id,
  inspection: Inspection,
  contents: Contents,
  { author, on }: { author: Officer; on: BusinessDate },
): Decision<WorkingPaper> {
  admit(inspection, 'writePaper');
  refuseBeforeEntry(inspection, on);
  const state: WorkingPaper = {
    id,
    ...placed(placeOf(inspection)),
    ...contents,
    state: flow.initial,
    authorId: author.id,
    authorPost: author.post,
    reviewerId: null,
    approverId: null,
    draftedOn: on,
    reviewedOn: null,
    signedOn: null,
    opinion: null,
  };
  return decide(state, paperDrafted(told(state, on)));
}

/** By its author alone; what was signed before is void. */
export function revise(
  paper: WorkingPaper,
  contents: Contents,
  by: Id,
  on: BusinessDate,
): Decision<WorkingPaper> {
  const state = step(flow, paper.state, 'revise');
  refuseIf(by !== paper.authorId, 'paper.not-its-author');
  const unsigned = { reviewerId: null, approverId: null, reviewedOn: null, signedOn: null, opinion: null };
  return decide({ ...paper, ...contents, ...unsigned, state }, paperRevised(told(paper, on)));
}

export function review(paper: WorkingPaper, by: Officer, on: BusinessDate): Decision<WorkingPaper> {
  const state = step(flow, paper.state, 'review');
  refuseUnlessReviewer(paper, by);
  refuseIf(on < paper.draftedOn, 'paper.signed-before-written', { draftedOn: paper.draftedOn });
  return decide({ ...paper, state, reviewerId: by.id, reviewedOn: on }, paperReviewed(told(paper, on)));
}

export function sign(paper: WorkingPaper, by: Officer, on: BusinessDate): Decision<WorkingPaper> {
  const state = step(flow, paper.state, 'sign');
  refuseUnlessApprover(paper, by);
  refuseIf(on < paper.reviewedOn!, 'paper.signed-before-review', { reviewedOn: paper.reviewedOn });
  const fact = paperSigned({ ...told(paper, on), corroborated: corroborated(paper) });
  return decide({ ...paper, state, approverId: by.id, signedOn: on }, fact);
}

/** From either review, by whoever could give the signature that is missing. */
export function sendBack(
  paper: WorkingPaper,
  by: Officer,
  opinion: string,
  on: BusinessDate,
): Decision<WorkingPaper> {
  const state = step(flow, paper.state, 'return');
  const refuseUnlessAsked = paper.reviewerId === null ? refuseUnlessReviewer : refuseUnlessApprover;
  refuseUnlessAsked(paper, by);
  return decide({ ...paper, state, opinion }, paperReturned(told(paper, on)));
}

/** At least two kinds of source (HZ16-8, our definition). */
export function corroborated({ evidence }: Contents): boolean {
  return new Set(evidence.map(({ source }) => source)).size >= 2;
}

/** Signed by three different people, as a finding needs it (rules.md 3). */
export function hasThreeSignatures({ state, authorId, reviewerId, approverId }: WorkingPaper): boolean {
  return state === 'leaderSigned' && new Set([authorId, reviewerId, approverId]).size === 3;
}

/** A deputy; where a deputy is the author, another deputy or the office (rules.md 3). */
function refuseUnlessReviewer(paper: WorkingPaper, by: Officer): void {
  refuseIf(by.id === paper.authorId, 'paper.second-signature-of-one-person');
  const stepsIn = by.post === 'office' && paper.authorPost === 'deputy';
  refuseUnless(by.post === 'deputy' || stepsIn, 'paper.not-its-reviewer');
}

/** The leader; where the leader is the author, another deputy or the office (rules.md 3). */
function refuseUnlessApprover(paper: WorkingPaper, by: Officer): void {
  refuseIf([paper.authorId, paper.reviewerId].includes(by.id), 'paper.second-signature-of-one-person');
  const stepsIn = (by.post === 'deputy' || by.post === 'office') && paper.authorPost === 'leader';
  refuseUnless(by.post === 'leader' || stepsIn, 'paper.not-its-approver');
}

function told(paper: WorkingPaper, on: BusinessDate) {
  return { paperId: paper.id, ...whereOf(paper), on };
}
