/** A clue: suspected breach by a person. Every one has an end state, a person and a date (rules.md 9). */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { BusinessDate, Id } from '../kit/types.js';
import { ClueNature } from '../onsite/clue.js';

export const ClueState = z.enum([
  'raised',
  'screened',
  'inTransfer',
  'received',
  'held',
  'disposed',
  'concluded',
  'merged',
  'movedUp',
]);
/** Management authority 干部管理权限: which level may deal with a clue about this person (rules.md 7). */
export const Authority = z.enum(['county', 'city', 'province']);
export type Authority = z.infer<typeof Authority>;
/** 谈话函询 / 初步核实 / 暂存待查 / 予以了结 */
export const Disposition = z.enum(['inquiry', 'preliminaryVerification', 'held', 'closedWithoutAction']);
export type Disposition = z.infer<typeof Disposition>;

const which = { clueId: Id };
const told = (name: string, summary: string) =>
  event(`clues.clue.${name}`, { classification: 'internal', summary, body: z.object(which) });
const dated = (name: string, summary: string) =>
  event(`clues.clue.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...which, on: BusinessDate }),
  });
/** The content is kept here from now on; onsite forgets it. */
export const clueTaken = told('taken', '问题线索内容已接收');
export const clueScreened = event('clues.clue.screened', {
  classification: 'internal',
  summary: '问题线索已研判',
  body: z.object({ ...which, nature: ClueNature, authority: Authority, on: BusinessDate }),
});
/** The same matter was raised already; it is counted there (rules.md 17). */
export const clueMerged = event('clues.clue.merged', {
  classification: 'internal',
  summary: '同一事项的问题线索已合并',
  body: z.object({ ...which, intoId: Id, on: BusinessDate }),
});
export const clueInTransfer = event('clues.clue.inTransfer', {
  classification: 'internal',
  summary: '问题线索已列入移交',
  body: z.object({ ...which, transferId: Id }),
});
export const clueSetFree = told('setFree', '移交已退回，问题线索待重新移交');
export const clueReceived = dated('received', '接收机关已签收问题线索');
export const clueDisposed = event('clues.clue.disposed', {
  classification: 'internal',
  summary: '问题线索已提出处置方式',
  body: z.object({ ...which, disposition: Disposition, on: BusinessDate }),
});
/** Comes back by date (lifecycle.md). */
export const clueHeld = event('clues.clue.held', {
  classification: 'internal',
  summary: '问题线索暂存待查',
  body: z.object({ ...which, until: BusinessDate, on: BusinessDate }),
});
export const clueBack = dated('back', '暂存期满，问题线索恢复办理');
export const clueConcluded = dated('concluded', '问题线索已办结');
/** Another level has authority: only the number stays in this site (rules.md 7). */
export const clueMovedUp = event('clues.clue.movedUp', {
  classification: 'internal',
  summary: '问题线索已按管理权限上移',
  body: z.object({ ...which, authority: Authority, on: BusinessDate }),
});
/** No answer in the profile's time. */
export const clueAnswerPressed = event('clues.clue.answerPressed', {
  classification: 'internal',
  summary: '线索办理情况逾期未反馈，已催办',
  body: z.object({ ...which, rung: z.enum(['reminder', 'overdue']), on: BusinessDate }),
});
