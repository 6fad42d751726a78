/** A rectification item: finding, measure, person and deadline in one row; closed out by review, never by its owner (rules.md 10). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { filesOf } from '../kit/download.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { BusinessDate, FileRef, Id, Instant, pageInput, pageOf, Text, Version } from '../kit/types.js';
import { inspectionPlace } from '../onsite/inspection.js';

export const ItemState = z.enum(['open', 'inProgress', 'submitted', 'closed', 'longTerm']);
/** What its organization owes already, or within so many days. */
export const ItemDue = z.enum(['overdue', 'soon']);
export const DUE_SOON_DAYS = 7;
/** Never a single rating (rules.md 10); the last by itself, when what was seen at close-out is changed. */
export const ReopenedBecause = z.enum([
  'lookBack',
  'evaluation',
  'ratings',
  'yearlyCheck',
  'evidenceChanged',
]);
export type ReopenedBecause = z.infer<typeof ReopenedBecause>;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** An immediate item has no case until the feedback is delivered. */
const which = { itemId: Id, findingId: Id, caseId: Id.nullable(), ...inspectionPlace };
const dated = (name: string, summary: string) =>
  event(`rectification.item.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...which, on: BusinessDate }),
  });
export const itemOpened = event('rectification.item.opened', {
  classification: 'internal',
  summary: '整改事项已开立',
  body: z.object({ ...which, on: BusinessDate, dueOn: BusinessDate, immediate: z.boolean() }),
});
export const itemPlanned = event('rectification.item.planned', {
  classification: 'internal',
  summary: '整改措施与期限已确定',
  body: z.object({ ...which, on: BusinessDate, dueOn: BusinessDate }),
});
/** An immediate item and the case of its finding have met. */
export const itemAttached = dated('attached', '立行立改事项已并入整改');
export const itemStarted = dated('started', '整改事项已开始');
/** What a close-out looks at, as facts: the hash that binds it to all that was handed in, and how much evidence that was (rules.md 10). */
const SeenEvidence = z.object({
  hash: Hash,
  pieces: z.int().min(1),
  files: z.int().min(0),
  bytes: z.int().min(0),
});
export type SeenEvidence = z.infer<typeof SeenEvidence>;
const seenAt = (name: string, summary: string) =>
  event(`rectification.item.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...which, on: BusinessDate, seen: SeenEvidence.optional() }),
  });
export const itemSubmitted = seenAt('submitted', '整改事项已报请销号');
export const itemReturned = dated('returned', '整改事项已退回');
export const itemClosed = seenAt('closed', '整改事项已销号');
export const itemReopened = event('rectification.item.reopened', {
  classification: 'internal',
  summary: '整改事项已重新打开',
  body: z.object({ ...which, on: BusinessDate, because: ReopenedBecause.optional() }),
});
export const itemLongTerm = dated('longTerm', '整改事项转为长期坚持');
export const itemChecked = dated('checked', '长期坚持事项已作年度检查');

/** A file, or a reference to where the original is kept. */
export const ItemEvidence = z.object({
  title: Text(200),
  file: FileRef.optional(),
  reference: Text(500).optional().describe('原件存放处'),
});
export type ItemEvidence = z.infer<typeof ItemEvidence>;
/** Five-see of the result 五见: the actual ones (RA17-14, rules.md 4). What is missing is refused by name. */
export const ItemResult = z.object({
  person: Text(500).optional().describe('见人'),
  matter: Text(2000).optional().describe('见事'),
  unit: Text(200).optional().describe('见单位'),
  result: Text(2000).optional().describe('见结果'),
  accountability: Text(1000).optional().describe('见责任'),
});
export type ItemResult = z.infer<typeof ItemResult>;
const day = BusinessDate.nullable();
export const ItemEntry = z.object({
  id: Id,
  version: Version,
  ...inspectionPlace,
  findingId: Id,
  caseId: Id.nullable(),
  state: ItemState,
  immediate: z.boolean(),
  openedOn: BusinessDate,
  dueOn: BusinessDate.describe('整改期限；长期坚持事项为下次检查日期'),
  overdue: z.boolean(),
  closedOn: day,
  measure: z.string().nullable().describe('整改措施；立行立改事项填写之前没有'),
  sentBack: z.boolean().describe('被退回或重新打开，还没有再报；缘由见事项'),
});
/** In which role evidence is given: the organization's head, or whoever is its liaison. */
export const HandedInAs = z.enum(['organizationHead', 'organizationLiaison']);
export type HandedInAs = z.infer<typeof HandedInAs>;
const Submission = z.object({
  evidence: z.array(ItemEvidence),
  result: ItemResult,
  hash: Hash.describe('措施、佐证与结果的校验值；销号时须原样提交'),
  on: BusinessDate,
  by: Id,
  at: Instant.nullable().describe('系统收到的时刻；以前的没有记'),
  as: HandedInAs.nullable().describe('以何身份报送；以前的没有记'),
});
const Closing = z.object({
  hash: Hash,
  opinion: z.string().nullable(),
  on: BusinessDate,
  by: Id,
  undone: z.object({ because: ReopenedBecause, on: BusinessDate, by: Id }).nullable(),
});
const Remark = z.object({ opinion: z.string(), on: BusinessDate, by: Id });
export const ItemView = ItemEntry.extend({
  responsible: z.string().nullable(),
  submissions: z.array(Submission).describe('历次报请，最后一次为现行'),
  returns: z.array(Remark).describe('历次退回及意见'),
  closings: z.array(Closing).describe('历次销号及其撤销'),
  checks: z.array(Remark).describe('转为长期坚持的理由与历次年度检查'),
  reopenings: z.array(Remark).describe('重新打开的理由'),
});

const target = { itemId: Id, seen: Version };
const on = BusinessDate.optional();
const handedIn = { evidence: z.array(ItemEvidence).max(100), result: ItemResult };
export const planItem = command('rectification.item.plan', {
  http: 'PUT /items/{itemId}/measure',
  permission: 'item.work',
  summary: '填写立行立改事项的措施与责任人',
  input: z.object({ ...target, measure: Text(1000), responsible: Text(100), on }),
});
export const startItem = command('rectification.item.start', {
  http: 'POST /items/{itemId}/start',
  permission: 'item.work',
  summary: '开始整改',
  input: z.object({ ...target, on }),
});
export const submitItem = command('rectification.item.submit', {
  http: 'POST /items/{itemId}/submit',
  permission: 'item.work',
  summary: '附佐证材料与五见结果，报请销号',
  input: z.object({ ...target, ...handedIn, on }),
});
export const changeEvidence = command('rectification.item.changeEvidence', {
  http: 'PUT /items/{itemId}/evidence',
  permission: 'item.work',
  summary: '更换已报的佐证材料与结果；已销号的，销号随之作废，重新审核',
  input: z.object({ ...target, ...handedIn, on }),
});
export const returnItem = command('rectification.item.return', {
  http: 'POST /items/{itemId}/return',
  permission: 'item.close',
  summary: '退回继续整改并附意见',
  input: z.object({ ...target, opinion: Text(2000), on }),
});
/** `seenHash` is that of the submission which was looked at: the close-out is bound to it. */
export const closeItem = command('rectification.item.close', {
  http: 'POST /items/{itemId}/close',
  permission: 'item.close',
  summary: '销号；本党组织的人不能销本党组织的号',
  input: z.object({ ...target, seenHash: Hash, opinion: Text(2000).optional(), on }),
});
export const reopenItem = command('rectification.item.reopen', {
  http: 'POST /items/{itemId}/reopen',
  permission: 'item.close',
  summary: '回头看、评估、评分（不止一份）或年度检查表明问题未解决，重新打开',
  input: z.object({
    ...target,
    because: ReopenedBecause.exclude(['evidenceChanged']),
    ratings: z.int().min(1).optional().describe('所依据的评分份数'),
    opinion: Text(2000),
    dueOn: BusinessDate.optional().describe('新的期限；不填则沿用原期限'),
    on,
  }),
});
export const keepItemLongTerm = command('rectification.item.keepLongTerm', {
  http: 'POST /items/{itemId}/long-term',
  permission: 'item.close',
  summary: '转为长期坚持，每年检查',
  input: z.object({ ...target, reason: Text(2000), on }),
});
export const checkItem = command('rectification.item.check', {
  http: 'POST /items/{itemId}/checks',
  permission: 'item.close',
  summary: '年度检查：仍在坚持，下一年再查',
  input: z.object({ ...target, opinion: Text(2000), on }),
});

export const readItem = query('rectification.item.read', {
  http: 'GET /items/{itemId}',
  permission: 'item.read',
  classification: 'restricted',
  summary: '一个整改事项：措施、责任人、佐证、结果与历次销号',
  input: z.object({ itemId: Id }),
  output: ItemView,
});
export const itemFiles = filesOf(readItem);
export const historyOfItem = historyOf(readItem);
export const listItems = query('rectification.item.list', {
  http: 'GET /items',
  permission: 'item.read',
  classification: 'internal',
  summary: '整改事项台账，先到期的在前',
  input: z.object({
    ...pageInput,
    caseId: Id.optional(),
    findingId: Id.optional(),
    inspectionId: Id.optional(),
    roundId: Id.optional(),
    organizationId: Id.optional(),
    due: ItemDue.optional().describe(`到期情况，只问还欠着的：已超期，或 ${DUE_SOON_DAYS} 天内到期`),
    state: ItemState.optional(),
  }),
  output: pageOf(ItemEntry),
});
export const countItems = countsOf(listItems);
