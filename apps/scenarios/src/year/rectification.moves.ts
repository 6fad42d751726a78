/** Steps of rectification as commands. */
import {
  acceptPlan,
  assessCase,
  closeCase,
  closeItem,
  draftAdviceLetter,
  draftPlan,
  draftReport,
  giveReview,
  keepItemLongTerm,
  listCases,
  listItems,
  planItem,
  readItem,
  receiveOpinions,
  recordOutcome,
  reopenItem,
  returnItem,
  returnPlan,
  sendAdviceLetter,
  signPlan,
  signReport,
  startItem,
  submitHeadReport,
  submitItem,
} from '@xuncha/contracts';
import { move, type Turn } from '../replay/move.js';
import type { Moves } from './moves.types.js';
import { findingRecord, inspectionRecord } from './onsite.records.js';
import type { FiveSee, Instalment, Key } from './plan.types.js';
import { findingOfItem } from './scene.js';
import type { RectificationAct } from './steps.js';

const caseRecord = (inspection: Key) => `case:${inspection}`;
const itemRecord = (key: Key) => `item:${key}`;
/** One to each. */
const adviceRecord = (organization: Key) => `advice:${organization}`;
const outcomeRecord = (key: Key) => `outcome:${key}`;

/** Rectification opens a case by itself when the feedback was signed. */
async function caseOf(turn: Turn, inspection: Key) {
  const { id, version } = await turn.found(caseRecord(inspection), async () => {
    const { items } = await turn.ask(listCases, { inspectionId: turn.made(inspectionRecord(inspection)).id });
    return items[0];
  });
  return { caseId: id, seen: version };
}

/** Items are opened when the plan is accepted, or when rectification is ordered on site. */
async function itemOf(turn: Turn, key: Key) {
  const { id, version } = await turn.found(itemRecord(key), async () => {
    const { items } = await turn.ask(listItems, {
      findingId: turn.made(findingRecord(findingOfItem(key))).id,
    });
    return items[0];
  });
  return { itemId: id, seen: version };
}

type Part<N extends RectificationAct['act']> = Pick<Moves<RectificationAct>, N>;

const plans: Part<'draftPlan' | 'signPlan' | 'returnPlan' | 'receiveOpinions' | 'acceptPlan'> = {
  draftPlan: async ({ inspection, items, on }, turn) =>
    move(
      draftPlan,
      {
        ...(await caseOf(turn, inspection)),
        rows: items.map(({ finding, measure, responsible, dueOn }) => ({
          findingId: turn.made(findingRecord(finding)).id,
          measure,
          responsible,
          dueOn,
        })),
        on,
      },
      caseRecord(inspection),
    ),
  signPlan: async ({ inspection, on }, turn) =>
    move(signPlan, { ...(await caseOf(turn, inspection)), on }, caseRecord(inspection)),
  returnPlan: async ({ inspection, opinions, on }, turn) =>
    move(returnPlan, { ...(await caseOf(turn, inspection)), opinions, on }, caseRecord(inspection)),
  receiveOpinions: async ({ inspection, on }, turn) =>
    move(receiveOpinions, { ...(await caseOf(turn, inspection)), on }, caseRecord(inspection)),
  acceptPlan: async ({ inspection, on }, turn) =>
    move(acceptPlan, { ...(await caseOf(turn, inspection)), on }, caseRecord(inspection)),
};

const items: Part<
  | 'planItem'
  | 'startItem'
  | 'submitItem'
  | 'returnItem'
  | 'closeItem'
  | 'reopenItem'
  | 'keepItemLongTerm'
  | 'recordOutcome'
> = {
  planItem: async ({ item: { key, measure, responsible }, on }, turn) =>
    move(planItem, { ...(await itemOf(turn, key)), measure, responsible, on }, itemRecord(key)),
  startItem: async ({ item, on }, turn) =>
    move(startItem, { ...(await itemOf(turn, item)), on }, itemRecord(item)),
  submitItem: async ({ item, evidence, result, on }, turn) =>
    move(
      submitItem,
      { ...(await itemOf(turn, item)), evidence: [handedIn(evidence)], result: actual(result), on },
      itemRecord(item),
    ),
  returnItem: async ({ item, opinion, on }, turn) =>
    move(returnItem, { ...(await itemOf(turn, item)), opinion, on }, itemRecord(item)),
  closeItem: async ({ item, on }, turn) => {
    const { itemId } = await itemOf(turn, item);
    const { version, submissions } = await turn.ask(readItem, { itemId });
    const { hash } = submissions.at(-1)!;
    return move(closeItem, { itemId, seen: version, seenHash: hash, on }, itemRecord(item));
  },
  reopenItem: async ({ item, because, opinion, on }, turn) =>
    move(reopenItem, { ...(await itemOf(turn, item)), because, opinion, on }, itemRecord(item)),
  keepItemLongTerm: async ({ item, reason, on }, turn) =>
    move(keepItemLongTerm, { ...(await itemOf(turn, item)), reason, on }, itemRecord(item)),
  recordOutcome: async ({ outcome, on }, turn) => {
    const { key, item, kind, title, amount, instalment, persons } = outcome;
    const { itemId } = await itemOf(turn, item);
    const parts = instalment && instalmentOf(instalment, turn);
    const told = { itemId, kind, title, amount, instalment: parts, persons: persons && [...persons], on };
    return move(recordOutcome, told, outcomeRecord(key));
  },
};

const closing: Part<
  'draftCaseReport' | 'signCaseReport' | 'submitHeadReport' | 'giveReview' | 'assessCase' | 'closeCase'
> = {
  draftCaseReport: async ({ inspection, text, on }, turn) =>
    move(draftReport, { ...(await caseOf(turn, inspection)), text, on }, caseRecord(inspection)),
  signCaseReport: async ({ inspection, on }, turn) =>
    move(signReport, { ...(await caseOf(turn, inspection)), on }, caseRecord(inspection)),
  submitHeadReport: async ({ inspection, text, on }, turn) =>
    move(submitHeadReport, { ...(await caseOf(turn, inspection)), text, on }, caseRecord(inspection)),
  giveReview: async ({ inspection, body, opinion, reviewer, on }, turn) =>
    move(
      giveReview,
      { ...(await caseOf(turn, inspection)), body, agrees: true, opinion, reviewer, on },
      caseRecord(inspection),
    ),
  assessCase: async ({ inspection, score, grade, on }, turn) =>
    move(assessCase, { ...(await caseOf(turn, inspection)), score, grade, on }, caseRecord(inspection)),
  closeCase: async ({ inspection, on }, turn) =>
    move(closeCase, { ...(await caseOf(turn, inspection)), on }, caseRecord(inspection)),
};

const advice: Part<'draftAdvice' | 'sendAdvice'> = {
  draftAdvice: ({ organization, subject, on }, turn) => {
    const said = { subject, cause: '监管职责不清', advice: '制定管理办法' };
    const organizationId = turn.organization(organization);
    return move(draftAdviceLetter, { organizationId, ...said, on }, adviceRecord(organization));
  },
  sendAdvice: ({ organization, dueOn, on }, turn) => {
    const { id: adviceLetterId, version: seen } = turn.made(adviceRecord(organization));
    return move(sendAdviceLetter, { adviceLetterId, seen, dueOn, on }, adviceRecord(organization));
  },
};

export const rectificationMoves: Moves<RectificationAct> = { ...plans, ...items, ...closing, ...advice };

const handedIn = (title: string) => ({ title, reference: '原件存本单位办公室' });

function actual({ person, matter, unit, result, accountability }: FiveSee) {
  return { person: person.name, matter, unit, result, accountability };
}

function instalmentOf({ number, of, total, first }: Instalment, turn: Turn) {
  return { number, of, total, firstId: first && turn.made(outcomeRecord(first)).id };
}
