/** Steps of onsite as commands. */
import {
  answerPetition,
  archiveInspection,
  assignPetition,
  closePetition,
  confirmFinding,
  decideReportPackage,
  draftPaper,
  dropFinding,
  enterSite,
  hearReportPackage,
  leaveSite,
  listInspections,
  mergeFinding,
  orderRectification,
  prepareFeedback,
  presentFeedback,
  raiseClue,
  receivePetition,
  recordActivities,
  resubmitReportPackage,
  returnPaper,
  returnReportPackage,
  reviewPaper,
  reviewReportPackage,
  revisePaper,
  screenPetition,
  signFeedback,
  signPaper,
  startDrafting,
  startInvestigating,
  submitReportPackage,
  verifyPetition,
} from '@xuncha/contracts';
import { move, type Turn } from '../replay/move.js';
import type { Moves } from './moves.types.js';
import type { FiveSee, Inspection, Key, Paper } from './plan.types.js';
import { assignmentId, hearingId } from './planning.moves.js';
import type { OnsiteAct } from './steps.js';

export const inspectionRecord = (key: Key) => `inspection:${key}`;
export const findingRecord = (key: Key) => `finding:${key}`;
/** The clue as onsite keeps it until it is handed over. */
export const raisedClueRecord = (key: Key) => `raised-clue:${key}`;
const paperRecord = (key: Key) => `paper:${key}`;
const petitionRecord = (key: Key) => `petition:${key}`;
const packageRecord = (inspection: Key) => `report-package:${inspection}`;
const feedbackRecord = (inspection: Key) => `feedback:${inspection}`;

/** Onsite opens inspections by itself when an assignment is issued. */
function opened(turn: Turn, { key, assignment, organization }: Inspection) {
  return turn.found(inspectionRecord(key), async () => {
    const { items } = await turn.ask(listInspections, {
      assignmentId: assignmentId(turn, assignment),
      organizationId: turn.organization(organization),
    });
    return items[0];
  });
}

const inspectionId = (turn: Turn, key: Key) => turn.made(inspectionRecord(key)).id;

function inspectionOf(turn: Turn, key: Key) {
  const { id, version } = turn.made(inspectionRecord(key));
  return { inspectionId: id, seen: version };
}
function paperOf(turn: Turn, key: Key) {
  const { id, version } = turn.made(paperRecord(key));
  return { paperId: id, seen: version };
}
function findingOf(turn: Turn, key: Key) {
  const { id, version } = turn.made(findingRecord(key));
  return { findingId: id, seen: version };
}
function petitionOf(turn: Turn, key: Key) {
  const { id, version } = turn.made(petitionRecord(key));
  return { petitionId: id, seen: version };
}
function packageOf(turn: Turn, inspection: Key) {
  const { id, version } = turn.made(packageRecord(inspection));
  return { reportPackageId: id, seen: version };
}
function feedbackOf(turn: Turn, inspection: Key) {
  const { id, version } = turn.made(feedbackRecord(inspection));
  return { feedbackId: id, seen: version };
}

type Part<N extends OnsiteAct['act']> = Pick<Moves<OnsiteAct>, N>;

const stay: Part<'enter' | 'investigate' | 'leaveSite' | 'startDrafting' | 'archive' | 'recordActivities'> = {
  enter: async ({ inspection, on }, turn) => {
    const { id, version } = await opened(turn, inspection);
    return move(enterSite, { inspectionId: id, seen: version, on }, inspectionRecord(inspection.key));
  },
  investigate: ({ inspection, on }, turn) =>
    move(startInvestigating, { ...inspectionOf(turn, inspection), on }, inspectionRecord(inspection)),
  leaveSite: ({ inspection, on }, turn) =>
    move(leaveSite, { ...inspectionOf(turn, inspection), on }, inspectionRecord(inspection)),
  startDrafting: ({ inspection, on }, turn) =>
    move(startDrafting, { ...inspectionOf(turn, inspection), on }, inspectionRecord(inspection)),
  archive: ({ inspection, on }, turn) =>
    move(archiveInspection, { ...inspectionOf(turn, inspection), on }, inspectionRecord(inspection)),
  recordActivities: ({ inspection, key, kind, titles, on }, turn) =>
    move(
      recordActivities,
      {
        inspectionId: inspectionId(turn, inspection),
        kind,
        activities: titles.map((title) => ({ title })),
        on,
      },
      `activities:${key}`,
    ),
};

const petitions: Part<
  | 'receivePetition'
  | 'screenPetition'
  | 'assignPetition'
  | 'verifyPetition'
  | 'answerPetition'
  | 'closePetition'
> = {
  receivePetition: ({ inspection, petition: { key, channel, matter, sender }, on }, turn) =>
    move(
      receivePetition,
      {
        inspectionId: inspectionId(turn, inspection),
        channel,
        content: matter,
        sender: sender === undefined ? undefined : { name: sender },
        on,
      },
      petitionRecord(key),
    ),
  screenPetition: ({ petition, on }, turn) =>
    move(screenPetition, { ...petitionOf(turn, petition), on }, petitionRecord(petition)),
  assignPetition: ({ petition, to, on }, turn) =>
    move(
      assignPetition,
      { ...petitionOf(turn, petition), assigneeId: turn.account(to), on },
      petitionRecord(petition),
    ),
  verifyPetition: ({ petition, result, on }, turn) =>
    move(
      verifyPetition,
      { ...petitionOf(turn, petition), verdict: 'justified', result, on },
      petitionRecord(petition),
    ),
  answerPetition: ({ petition, answer, on }, turn) =>
    move(answerPetition, { ...petitionOf(turn, petition), answer, on }, petitionRecord(petition)),
  closePetition: ({ petition, on }, turn) =>
    move(closePetition, { ...petitionOf(turn, petition), on }, petitionRecord(petition)),
};

const papers: Part<'draftPaper' | 'returnPaper' | 'revisePaper' | 'reviewPaper' | 'signPaper'> = {
  draftPaper: ({ inspection, paper, on }, turn) =>
    move(
      draftPaper,
      { inspectionId: inspectionId(turn, inspection), ...written(paper), on },
      paperRecord(paper.key),
    ),
  returnPaper: ({ paper, opinion, on }, turn) =>
    move(returnPaper, { ...paperOf(turn, paper), opinion, on }, paperRecord(paper)),
  revisePaper: ({ paper, on }, turn) =>
    move(revisePaper, { ...paperOf(turn, paper.key), ...written(paper), on }, paperRecord(paper.key)),
  reviewPaper: ({ paper, on }, turn) =>
    move(reviewPaper, { ...paperOf(turn, paper), on }, paperRecord(paper)),
  signPaper: ({ paper, on }, turn) => move(signPaper, { ...paperOf(turn, paper), on }, paperRecord(paper)),
};

const findings: Part<'confirmFinding' | 'mergeFinding' | 'dropFinding' | 'orderImmediate' | 'raiseClue'> = {
  confirmFinding: ({ inspection, finding, on }, turn) => {
    const { key, papers: signed, title, description, clause, classes, amountInvolved } = finding;
    return move(
      confirmFinding,
      {
        inspectionId: inspectionId(turn, inspection),
        paperIds: signed.map((paper) => turn.made(paperRecord(paper)).id),
        title,
        description,
        clause,
        classes: [...classes],
        amountInvolved,
        on,
      },
      findingRecord(key),
    );
  },
  mergeFinding: ({ finding, into, reason, on }, turn) =>
    move(
      mergeFinding,
      { ...findingOf(turn, finding), intoId: turn.made(findingRecord(into)).id, reason, on },
      findingRecord(finding),
    ),
  dropFinding: ({ finding, reason, on }, turn) =>
    move(dropFinding, { ...findingOf(turn, finding), reason, on }, findingRecord(finding)),
  orderImmediate: ({ finding, dueOn, on }, turn) =>
    move(orderRectification, { ...findingOf(turn, finding), dueOn, on }, findingRecord(finding)),
  raiseClue: ({ inspection, clue: { key, finding, nature, urgent, suspects, matter }, on }, turn) =>
    move(
      raiseClue,
      {
        inspectionId: inspectionId(turn, inspection),
        findingId: turn.made(findingRecord(finding)).id,
        nature,
        urgent,
        content: { matter, source: '巡察中发现', persons: suspects.map((person) => ({ ...person })) },
        on,
      },
      raisedClueRecord(key),
    ),
};

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

export const onsiteMoves: Moves<OnsiteAct> = {
  ...stay,
  ...petitions,
  ...papers,
  ...findings,
  ...reports,
  ...feedback,
};

function written({ matter, evidence }: Paper) {
  return { matter, content: `经核查：${matter}。`, evidence: evidence.map((one) => ({ ...one })) };
}

function proposed({ person, matter, unit, result, accountability }: FiveSee) {
  return {
    persons: [person],
    matter,
    unit,
    proposedResult: result,
    proposedAccountability: accountability,
  };
}
