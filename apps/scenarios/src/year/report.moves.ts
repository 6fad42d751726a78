/** Steps of onsite as commands, from the report to the feedback. */
import {
  decideReportPackage,
  hearReportPackage,
  prepareFeedback,
  presentFeedback,
  resubmitReportPackage,
  returnReportPackage,
  reviewReportPackage,
  signFeedback,
  submitReportPackage,
} from '@xuncha/contracts';
import { move, type Turn } from '../replay/move.js';
import type { Moves } from './moves.types.js';
import { findingRecord, inspectionId } from './onsite.records.js';
import type { FiveSee, Key } from './plan.types.js';
import { hearingId } from './planning.moves.js';
import type { OnsiteAct } from './steps.js';

const packageRecord = (inspection: Key) => `report-package:${inspection}`;
const feedbackRecord = (inspection: Key) => `feedback:${inspection}`;

function packageOf(turn: Turn, inspection: Key) {
  const { id, version } = turn.made(packageRecord(inspection));
  return { reportPackageId: id, seen: version };
}

function feedbackOf(turn: Turn, inspection: Key) {
  const { id, version } = turn.made(feedbackRecord(inspection));
  return { feedbackId: id, seen: version };
}

type Part<N extends OnsiteAct['act']> = Pick<Moves<OnsiteAct>, N>;

const both: ['rectification', 'clueTransfer'] = ['rectification', 'clueTransfer'];
const report = '巡察报告';
const evaluation = '对领导班子的评价报告';

const reports: Part<
  'submitReport' | 'returnReport' | 'resubmitReport' | 'reviewReport' | 'hearReport' | 'decide'
> = {
  submitReport: ({ inspection, findings: reported, on }, turn) =>
    move(
      submitReportPackage,
      {
        inspectionId: inspectionId(turn, inspection),
        report,
        evaluation,
        findings: reported.map(({ finding, fiveSee }) => ({
          findingId: turn.made(findingRecord(finding)).id,
          fiveSee: proposed(fiveSee),
        })),
        on,
      },
      packageRecord(inspection),
    ),
  returnReport: ({ inspection, opinion, on }, turn) =>
    move(returnReportPackage, { ...packageOf(turn, inspection), opinion, on }, packageRecord(inspection)),
  resubmitReport: ({ inspection, on }, turn) =>
    move(
      resubmitReportPackage,
      { ...packageOf(turn, inspection), report: `${report}（修改稿）`, evaluation, on },
      packageRecord(inspection),
    ),
  reviewReport: ({ inspection, on }, turn) =>
    move(reviewReportPackage, { ...packageOf(turn, inspection), on }, packageRecord(inspection)),
  hearReport: ({ inspection, hearing }, turn) =>
    move(
      hearReportPackage,
      { ...packageOf(turn, inspection), hearingId: hearingId(turn, hearing) },
      packageRecord(inspection),
    ),
  decide: ({ inspection, findings: decided, decision, on }, turn) =>
    move(
      decideReportPackage,
      {
        ...packageOf(turn, inspection),
        decisions: decided.map(({ finding, clueTransfer }) => ({
          findingId: turn.made(findingRecord(finding)).id,
          disposals: clueTransfer ? both : [both[0]],
          decision,
        })),
        on,
      },
      packageRecord(inspection),
    ),
};

const feedback: Part<'prepareFeedback' | 'presentFeedback' | 'signFeedback'> = {
  prepareFeedback: ({ inspection, opinion, on }, turn) =>
    move(
      prepareFeedback,
      { inspectionId: inspectionId(turn, inspection), opinion, on },
      feedbackRecord(inspection),
    ),
  presentFeedback: ({ inspection, on }, turn) =>
    move(presentFeedback, { ...feedbackOf(turn, inspection), on }, feedbackRecord(inspection)),
  signFeedback: ({ inspection, on }, turn) =>
    move(signFeedback, { ...feedbackOf(turn, inspection), on }, feedbackRecord(inspection)),
};

export const reportMoves = { ...reports, ...feedback };

function proposed({ person, matter, unit, result, accountability }: FiveSee) {
  return {
    persons: [person],
    matter,
    unit,
    proposedResult: result,
    proposedAccountability: accountability,
  };
}
