/** A clue: suspected breach by a person. Every one has an end state, a person and a date (rules.md 9). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { BusinessDate, Id, pageInput, pageOf, SiteCode, Text, Version } from '../kit/types.js';
import { Authority, ClueContent, ClueNature, ClueSubject } from '../onsite/clue.js';
import { OrganKind } from './routing.js';

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
/** 谈话函询 / 初步核实 / 暂存待查 / 予以了结 */
export const Disposition = z.enum(['inquiry', 'preliminaryVerification', 'held', 'closedWithoutAction']);
export type Disposition = z.infer<typeof Disposition>;

/** Where a clue was that moved up: the site below, and its id there. */
export const MovedFrom = z.object({ site: SiteCode, clueId: Id });
export type MovedFrom = z.infer<typeof MovedFrom>;

const which = { clueId: Id };
const told = (name: string, summary: string) =>
  event(`clues.clue.${name}`, { classification: 'internal', summary, body: z.object(which) });
const dated = (name: string, summary: string) =>
  event(`clues.clue.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...which, on: BusinessDate }),
  });
/** The team raised it, or it moved up from another site; its content is still to be fetched. */
export const clueOpened = event('clues.clue.opened', {
  classification: 'internal',
  summary: '问题线索已登记',
  body: z.object({
    ...which,
    number: z.string().describe('线索编号'),
    movedFrom: MovedFrom.nullable(),
    on: BusinessDate,
  }),
});
/**
 * The content is kept here from now on; onsite forgets it. Of a clue that moved up, linkage tells the site it came from
 * (`linkage.dispatch.received`), which then forgets it.
 */
export const clueTaken = event('clues.clue.taken', {
  classification: 'internal',
  summary: '问题线索内容已接收',
  body: z.object({ ...which, movedFrom: MovedFrom.nullable() }),
});
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
/** The other side of a merger: this clue now speaks for that one, too. */
export const clueAbsorbed = event('clues.clue.absorbed', {
  classification: 'internal',
  summary: '另一条同一事项的问题线索已并入',
  body: z.object({ ...which, mergedId: Id, on: BusinessDate }),
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
/** Linkage has sent it to that site, which may fetch the content now. */
export const clueSentUp = event('clues.clue.sentUp', {
  classification: 'internal',
  summary: '上移的问题线索已发往上级站点',
  body: z.object({ ...which, toSite: SiteCode, on: BusinessDate }),
});
/** The site above has the content; here it is erased. */
export const clueForgotten = dated('forgotten', '上移的问题线索内容已由上级站点接收，本处只留编号');
/** No answer in the profile's time. */
export const clueAnswerPressed = event('clues.clue.answerPressed', {
  classification: 'internal',
  summary: '线索办理情况逾期未反馈，已催办',
  body: z.object({ ...which, rung: z.enum(['reminder', 'overdue']), on: BusinessDate }),
});

const day = BusinessDate.nullable();
const ref = Id.nullable();
export const ClueView = z.object({
  id: Id,
  version: Version,
  number: z.string(),
  inspectionId: ref,
  assignmentId: ref,
  roundId: ref,
  organizationId: ref,
  findingId: ref,
  petitionId: ref,
  movedFrom: MovedFrom.nullable(),
  state: ClueState,
  nature: ClueNature.nullable().describe('上移来的线索，内容到达前不详'),
  authority: Authority.nullable().describe('研判后：所涉人员中最高的管理权限'),
  urgent: z.boolean(),
  persons: z.int().describe('所涉人数'),
  raisedOn: BusinessDate,
  takenOn: day.describe('内容到达之日'),
  screenedOn: day,
  transferId: ref,
  organId: ref.describe('签收的机关'),
  receivedOn: day,
  answerDueOn: day.describe('办理情况应反馈之日'),
  heldUntil: day,
  dispositions: z.array(z.object({ disposition: Disposition, until: day, on: BusinessDate })),
  mergedIntoId: ref,
  movedTo: SiteCode.nullable().describe('上移后发往的站点'),
  endedBy: ref,
  endedOn: day,
});

const target = { clueId: Id, seen: Version };
const on = BusinessDate.optional();
export const screenClue = command('clues.clue.screen', {
  http: 'POST /clues/{clueId}/screen',
  permission: 'clue.screen',
  summary: '研判：性质、所涉人员及各人的管理权限；由事及人，可补列人员',
  input: z.object({ ...target, nature: ClueNature, persons: z.array(ClueSubject).max(50), on }),
});
export const mergeClue = command('clues.clue.merge', {
  http: 'POST /clues/{clueId}/merge',
  permission: 'clue.screen',
  summary: '与同一事项的另一条线索合并，只计一次',
  input: z.object({ ...target, intoId: Id, on }),
});
export const moveClueUp = command('clues.clue.moveUp', {
  http: 'POST /clues/{clueId}/move-up',
  permission: 'clue.screen',
  summary: '管理权限在上级的，上移；本站点只留编号',
  input: z.object({ ...target, on }),
});
export const disposeOfClue = command('clues.clue.dispose', {
  http: 'POST /clues/{clueId}/dispose',
  permission: 'clue.dispose',
  summary: '接收机关提出处置方式；暂存待查须填恢复日期',
  input: z.object({ ...target, disposition: Disposition, until: BusinessDate.optional(), on }),
});
export const concludeClue = command('clues.clue.conclude', {
  http: 'POST /clues/{clueId}/conclude',
  permission: 'clue.conclude',
  summary: '办结；须有办理结果，或处置方式为予以了结',
  input: z.object({ ...target, on }),
});

export const readClue = query('clues.clue.read', {
  http: 'GET /clues/{clueId}',
  permission: 'clue.read',
  classification: 'internal',
  summary: '一条问题线索的办理情况，不含内容',
  input: z.object({ clueId: Id }),
  output: ClueView,
});
export const historyOfClue = historyOf(readClue);
export const listClues = query('clues.clue.list', {
  http: 'GET /clues',
  permission: 'clue.read',
  classification: 'internal',
  summary: '问题线索一览，不含内容',
  input: z.object({
    ...pageInput,
    state: ClueState.optional(),
    inspectionId: Id.optional(),
    roundId: Id.optional(),
    organizationId: Id.optional(),
    organId: Id.optional(),
    mergedIntoId: Id.optional(),
  }),
  output: pageOf(ClueView),
});
export const countClues = countsOf(listClues);
export const proposeOrgan = query('clues.clue.proposeOrgan', {
  http: 'GET /clues/{clueId}/organ',
  permission: 'clue.read',
  classification: 'internal',
  summary: '按性质与管理权限，这条线索应往何处',
  input: z.object({ clueId: Id }),
  output: z.object({
    kind: OrganKind.nullable(),
    organId: Id.nullable().describe('分流表没有填写的，为空'),
    movesUp: z.boolean().describe('管理权限在上级'),
  }),
});
export const readClueContent = query('clues.clue.readContent', {
  http: 'GET /clues/{clueId}/content',
  permission: 'clue.open',
  classification: 'sealed',
  summary: '问题线索的内容，连同并入的线索；须填查看事由，查看留痕',
  input: z.object({ clueId: Id, purpose: Text(200).describe('查看事由') }),
  output: z.object({
    id: Id,
    version: Version,
    number: z.string(),
    contents: z.array(ClueContent),
    salt: z.string().describe('与移交函、收据中内容散列核对时所用'),
  }),
});
/** Bus alone: a clue that moved up, for the site that it moved to; what comes back opens with that site's key. */
export const cluePackage = query('clues.clue.package', {
  classification: 'sealed',
  summary: '上移的线索，以上级站点的公钥加密',
  input: z.object({ site: SiteCode, clueId: Id, toSite: SiteCode }),
  output: z.object({ box: z.base64().describe('加密的线索内容') }),
});
