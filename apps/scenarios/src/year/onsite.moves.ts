/** Steps of onsite as commands. */
import {
  answerPetition,
  archiveInspection,
  askMaterials,
  assignPetition,
  closePetition,
  confirmFinding,
  draftPaper,
  dropFinding,
  enterSite,
  leaveSite,
  listInspections,
  mergeFinding,
  orderRectification,
  raiseClue,
  receiveMaterial,
  receivePetition,
  recordActivities,
  returnPaper,
  reviewPaper,
  revisePaper,
  screenPetition,
  signPaper,
  startDrafting,
  startInvestigating,
  supplyMaterial,
  verifyPetition,
} from '@xuncha/contracts';
import { move, type Turn } from '../replay/move.js';
import type { Moves } from './moves.types.js';
import type { Inspection, Key, Paper } from './plan.types.js';
import { findingRecord, inspectionId, inspectionRecord, raisedClueRecord } from './onsite.records.js';
import { assignmentId } from './planning.moves.js';
import { reportMoves } from './report.moves.js';
import type { OnsiteAct } from './steps.js';

const paperRecord = (key: Key) => `paper:${key}`;
const materialRecord = (inspection: Key) => `material:${inspection}`;
const petitionRecord = (key: Key) => `petition:${key}`;

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

function materialOf(turn: Turn, inspection: Key) {
  const { id, version } = turn.made(materialRecord(inspection));
  return { materialId: id, seen: version };
}
const materials: Part<'askMaterial' | 'supplyMaterial' | 'receiveMaterial'> = {
  askMaterial: ({ inspection, title, dueOn, on }, turn) => {
    const id = inspectionId(turn, inspection);
    const materials = [{ title }];
    return move(askMaterials, { inspectionId: id, dueOn, materials, on }, materialRecord(inspection));
  },
  supplyMaterial: ({ inspection, copies, on }, turn) =>
    move(supplyMaterial, { ...materialOf(turn, inspection), copies, on }, materialRecord(inspection)),
  receiveMaterial: ({ inspection, on }, turn) =>
    move(receiveMaterial, { ...materialOf(turn, inspection), on }, materialRecord(inspection)),
};

const petitions: Part<
  | 'receivePetition'
  | 'screenPetition'
  | 'assignPetition'
  | 'verifyPetition'
  | 'answerPetition'
  | 'closePetition'
> = {
  receivePetition: ({ inspection, petition: { key, channel, matter, sender, contact }, on }, turn) =>
    move(
      receivePetition,
      {
        inspectionId: inspectionId(turn, inspection),
        channel,
        content: matter,
        sender: sender === undefined ? undefined : { name: sender, contact },
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

export const onsiteMoves: Moves<OnsiteAct> = {
  ...stay,
  ...materials,
  ...petitions,
  ...papers,
  ...findings,
  ...reportMoves,
};

function written({ matter, evidence }: Paper) {
  return { matter, content: `经核查：${matter}。`, evidence: evidence.map((one) => ({ ...one })) };
}
