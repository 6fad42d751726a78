/** A finding: confirmed from working papers, classified by several taxonomies, never deleted. */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import {
  BusinessDate,
  Fen,
  Id,
  MAX_NAMES,
  pageInput,
  pageOf,
  SearchText,
  Text,
  Version,
} from '../kit/types.js';
import { inspectionPlace } from './inspection.js';
import { ClassCode } from './taxonomy.js';

export const FindingState = z.enum(['confirmed', 'reported', 'decided', 'fedBack', 'merged', 'dropped']);
/** What is decided about a finding: matter and persons are disposed of separately (HZ16-9, HZ16-16). */
export const Disposal = z.enum(['rectification', 'clueTransfer', 'adviceLetter']);
export type Disposal = z.infer<typeof Disposal>;

const counting = { classes: z.array(ClassCode), amountInvolved: Fen.nullable() };
const which = { findingId: Id, ...inspectionPlace };

export const findingConfirmed = event('onsite.finding.confirmed', {
  classification: 'internal',
  summary: '问题已确认',
  body: z.object({ ...which, ...counting, immediate: z.boolean(), paperIds: z.array(Id), on: BusinessDate }),
});
export const findingReclassified = event('onsite.finding.reclassified', {
  classification: 'internal',
  summary: '问题分类已调整',
  body: z.object({ ...which, ...counting }),
});
export const findingDescribed = event('onsite.finding.described', {
  classification: 'internal',
  summary: '问题的五见要素已填写',
  body: z.object(which),
});
export const findingMerged = event('onsite.finding.merged', {
  classification: 'internal',
  summary: '问题已并入另一问题',
  body: z.object({ ...which, intoId: Id, on: BusinessDate }),
});
export const findingDropped = event('onsite.finding.dropped', {
  classification: 'internal',
  summary: '问题不予采用，记录保留',
  body: z.object({ ...which, on: BusinessDate }),
});
export const findingReported = event('onsite.finding.reported', {
  classification: 'internal',
  summary: '问题已写入报告',
  body: z.object(which),
});
export const findingDecided = event('onsite.finding.decided', {
  classification: 'internal',
  summary: '问题的处置意见已决定',
  body: z.object({ ...which, disposals: z.array(Disposal) }),
});
export const findingFedBack = event('onsite.finding.fedBack', {
  classification: 'internal',
  summary: '问题已反馈',
  body: z.object(which),
});
/** Ordered while the team is still on site; goes straight to rectification. */
export const rectificationOrdered = event('onsite.finding.rectificationOrdered', {
  classification: 'internal',
  summary: '已责令立行立改',
  body: z.object({
    ...which,
    dueOn: BusinessDate,
    on: BusinessDate,
    profile: z.string().describe('制度版本'),
  }),
});

/** Five-see 五见 (rules.md 4, NB17-15). Parts may be filled in one by one until the report. */
export const FiveSee = z.object({
  persons: z
    .array(z.object({ name: Text(60), post: Text(100) }))
    .max(50)
    .optional()
    .describe('见人'),
  matter: Text(2000).optional().describe('见事'),
  unit: Text(200).optional().describe('见单位'),
  proposedResult: Text(1000).optional().describe('见结果：处理建议'),
  proposedAccountability: Text(1000).optional().describe('见责任：问责建议'),
});
export type FiveSee = z.infer<typeof FiveSee>;

const day = BusinessDate.nullable();
export const FindingEntry = z.object({
  id: Id,
  version: Version,
  ...inspectionPlace,
  state: FindingState,
  title: z.string(),
  clause: z.string(),
  ...counting,
  paperIds: z.array(Id),
  confirmedOn: BusinessDate,
  immediateDueOn: day.describe('立行立改期限'),
  disposals: z.array(Disposal),
  decidedOn: day,
  mergedIntoId: Id.nullable(),
  endedOn: day,
  fiveSeeMissing: z.array(FiveSee.keyof()).describe('五见尚缺的要素；缺一项，报告不能报送'),
});
export const FindingView = FindingEntry.extend({
  description: z.string(),
  fiveSee: FiveSee,
  confirmedBy: Id,
  decision: z.string().nullable(),
  endedBy: Id.nullable(),
  endReason: z.string().nullable(),
});

const described = { classes: z.array(ClassCode).max(30), amountInvolved: Fen.optional() };
const target = { findingId: Id, seen: Version };
const on = BusinessDate.optional();
export const confirmFinding = command('onsite.finding.confirm', {
  http: 'POST /inspections/{inspectionId}/findings',
  permission: 'finding.confirm',
  summary: '由三人签字齐全的底稿确认问题；组长可同时责令立行立改',
  input: z.object({
    inspectionId: Id,
    paperIds: z.array(Id).min(1).max(20),
    title: Text(200).describe('写入反馈，不写人名'),
    description: Text(4000),
    clause: Text(300).describe('所依据的条款'),
    ...described,
    fiveSee: FiveSee.optional(),
    immediateDueOn: BusinessDate.optional().describe('立行立改期限'),
    on,
  }),
});
export const describeFinding = command('onsite.finding.describe', {
  http: 'PUT /findings/{findingId}/five-see',
  permission: 'finding.confirm',
  summary: '填写五见要素；未给出的要素不变',
  input: z.object({ ...target, fiveSee: FiveSee, on }),
});
export const reclassifyFinding = command('onsite.finding.reclassify', {
  http: 'PUT /findings/{findingId}/classes',
  permission: 'finding.confirm',
  summary: '调整分类与涉及金额',
  input: z.object({ ...target, ...described, on }),
});
export const orderRectification = command('onsite.finding.order', {
  http: 'POST /findings/{findingId}/order',
  permission: 'item.order',
  summary: '巡察组尚在现场时，责令立行立改',
  input: z.object({ ...target, dueOn: BusinessDate, on }),
});
export const mergeFinding = command('onsite.finding.merge', {
  http: 'POST /findings/{findingId}/merge',
  permission: 'finding.confirm',
  summary: '并入同一巡察的另一问题，记录保留',
  input: z.object({ ...target, intoId: Id, reason: Text(500), on }),
});
export const dropFinding = command('onsite.finding.drop', {
  http: 'POST /findings/{findingId}/drop',
  permission: 'finding.drop',
  summary: '不予采用，说明理由，记录保留',
  input: z.object({ ...target, reason: Text(500), on }),
});

export const readFinding = query('onsite.finding.read', {
  http: 'GET /findings/{findingId}',
  permission: 'finding.read',
  classification: 'restricted',
  summary: '一个问题及其五见要素；查看留痕',
  input: z.object({ findingId: Id }),
  output: FindingView,
});
export const historyOfFinding = historyOf(readFinding);
export const findFindings = query('onsite.finding.find', {
  http: 'GET /findings/find',
  permission: 'finding.read',
  classification: 'internal',
  summary: '查找问题：标题的一部分，至多二十个',
  input: z.object({ text: SearchText }),
  output: z.object({ items: z.array(FindingEntry) }),
});
export const findingNames = query('onsite.finding.names', {
  http: 'GET /finding-names',
  permission: 'finding.read',
  classification: 'internal',
  summary: '一批问题的标题；不得而知的不在其中',
  input: z.object({ ids: z.array(Id).min(1).max(MAX_NAMES) }),
  output: z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }),
});
export const listFindings = query('onsite.finding.list', {
  http: 'GET /findings',
  permission: 'finding.read',
  classification: 'internal',
  summary: '问题台账，新的在前',
  input: z.object({
    ...pageInput,
    inspectionId: Id.optional(),
    roundId: Id.optional(),
    organizationId: Id.optional(),
    paperId: Id.optional().describe('由这份底稿确认的'),
    state: FindingState.optional(),
  }),
  output: pageOf(FindingEntry),
});
export const countFindings = countsOf(listFindings);
