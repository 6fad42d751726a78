/** A round: one campaign with its kind, ways and theme; the profile of deadlines chosen at approval stays with all that grows from it. */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { documentOf } from '../kit/document.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { BusinessDate, Code, Id, pageInput, pageOf, SearchText, Text, Version } from '../kit/types.js';

export const RoundKind = z.enum(['routine', 'special', 'mobile', 'lookBack']);
export const RoundWay = z.enum([
  'comprehensive',
  'special',
  'pinpoint',
  'extended',
  'onRequest',
  'selfCheck',
]);
export const RoundLevel = z.enum(['city', 'county', 'township']);

/** What of a round counts for figures; see apps/scenarios/FIGURES.md. */
export const RoundTraits = z.object({
  kind: RoundKind,
  ways: z.array(RoundWay),
  ledBy: RoundLevel.describe('派出巡察组的一级党委'),
  joint: z.boolean().describe('市县联动'),
  cross: z.boolean().describe('交叉巡察'),
  upgraded: z.boolean().describe('提级巡察'),
  theme: Code.nullable(),
});
export type RoundTraits = z.infer<typeof RoundTraits>;

export const RoundState = z.enum([
  'draft',
  'submitted',
  'returned',
  'approved',
  'teaming',
  'underway',
  'reporting',
  'closed',
  'cancelled',
]);
/** What enters together (NB17-2); batches are known by their position, the first is 1. */
export const Batch = z.object({
  entersOn: BusinessDate.describe('计划进驻日'),
  leavesOn: BusinessDate.describe('计划离开日'),
});
export type Batch = z.infer<typeof Batch>;
const Batches = z.array(Batch).min(1).max(4);

const which = { roundId: Id };
export const roundDrafted = event('planning.round.drafted', {
  classification: 'internal',
  summary: '轮次已起草',
  body: z.object(which),
});
export const roundChanged = event('planning.round.changed', {
  classification: 'internal',
  summary: '轮次方案已修改',
  body: z.object(which),
});
export const roundSubmitted = event('planning.round.submitted', {
  classification: 'internal',
  summary: '轮次已报批',
  body: z.object(which),
});
export const roundReturned = event('planning.round.returned', {
  classification: 'internal',
  summary: '轮次已退回',
  body: z.object(which),
});
export const roundApproved = event('planning.round.approved', {
  classification: 'internal',
  summary: '轮次已批准',
  body: z.object({
    ...which,
    ...RoundTraits.shape,
    profile: z.string().describe('制度版本'),
    batches: z.array(Batch).optional(),
  }),
});
export const roundTeaming = event('planning.round.teaming', {
  classification: 'internal',
  summary: '轮次开始组建巡察组',
  body: z.object(which),
});
export const roundRescheduled = event('planning.round.rescheduled', {
  classification: 'internal',
  summary: '批次日期已调整',
  body: z.object({ ...which, batches: z.array(Batch) }),
});
export const roundUnderway = event('planning.round.underway', {
  classification: 'internal',
  summary: '首个巡察组已进驻',
  body: z.object(which),
});
export const roundReporting = event('planning.round.reporting', {
  classification: 'internal',
  summary: '各组均已离开，进入汇报',
  body: z.object(which),
});
export const roundClosed = event('planning.round.closed', {
  classification: 'internal',
  summary: '轮次已结束，授权随之终止',
  body: z.object(which),
});
export const roundCancelled = event('planning.round.cancelled', {
  classification: 'internal',
  summary: '轮次已取消',
  body: z.object(which),
});

const describing = {
  termId: Id.describe('所属届次'),
  name: Text(100),
  ...RoundTraits.shape,
  ways: z.array(RoundWay).min(1).max(6),
  leadOrganizationId: Id.optional().describe('乡镇（街道）自行巡察时，派出巡察组的乡镇（街道）'),
  batches: Batches,
  examinedSince: BusinessDate.describe('巡察监督的起始日期'),
  examinedUntil: BusinessDate.optional(),
};
export const RoundView = z.object({
  id: Id,
  version: Version,
  number: z.string().nullable(),
  name: z.string(),
  termId: Id,
  ...RoundTraits.shape,
  leadOrganizationId: Id.nullable(),
  batches: z.array(Batch),
  examinedSince: BusinessDate,
  examinedUntil: BusinessDate.nullable(),
  state: RoundState,
  profile: z.string().nullable(),
  submittedBy: Id.nullable(),
  decidedBy: Id.nullable(),
  opinion: z.string().nullable(),
  approvedOn: BusinessDate.nullable(),
  closedOn: BusinessDate.nullable(),
  cancelReason: z.string().nullable(),
});

const target = { roundId: Id, seen: Version };
const on = BusinessDate.optional();
export const draftRound = command('planning.round.draft', {
  http: 'POST /rounds',
  permission: 'round.write',
  summary: '起草一轮巡察',
  input: z.object({ ...describing, on }),
});
export const changeRound = command('planning.round.change', {
  http: 'PUT /rounds/{roundId}',
  permission: 'round.write',
  summary: '修改尚未报批或被退回的轮次',
  input: z.object({ ...target, ...describing, on }),
});
export const submitRound = command('planning.round.submit', {
  http: 'POST /rounds/{roundId}/submit',
  permission: 'round.write',
  summary: '报领导小组批准',
  input: z.object({ ...target, on }),
});
export const returnRound = command('planning.round.return', {
  http: 'POST /rounds/{roundId}/return',
  permission: 'round.approve',
  summary: '退回修改',
  input: z.object({ ...target, opinion: Text(500), on }),
});
export const approveRound = command('planning.round.approve', {
  http: 'POST /rounds/{roundId}/approve',
  permission: 'round.approve',
  summary: '批准，同时确定适用的制度版本并编号',
  input: z.object({ ...target, profile: Code, opinion: Text(500).optional(), on }),
});
export const startTeaming = command('planning.round.startTeaming', {
  http: 'POST /rounds/{roundId}/teaming',
  permission: 'round.write',
  summary: '开始组建巡察组、安排任务',
  input: z.object({ ...target, on }),
});
export const rescheduleRound = command('planning.round.reschedule', {
  http: 'POST /rounds/{roundId}/batches',
  permission: 'round.write',
  summary: '调整批次及其日期',
  input: z.object({ ...target, batches: Batches, on }),
});
export const closeRound = command('planning.round.close', {
  http: 'POST /rounds/{roundId}/close',
  permission: 'round.close',
  summary: '结束轮次：各任务均已完成或已取消',
  input: z.object({ ...target, on }),
});
export const cancelRound = command('planning.round.cancel', {
  http: 'POST /rounds/{roundId}/cancel',
  permission: 'round.write',
  summary: '取消尚未进驻的轮次，其任务随之取消',
  input: z.object({ ...target, reason: Text(500), on }),
});

export const readRound = query('planning.round.read', {
  http: 'GET /rounds/{roundId}',
  permission: 'round.read',
  classification: 'internal',
  summary: '一轮巡察',
  input: z.object({ roundId: Id }),
  output: RoundView,
});
export const roundPlan = documentOf(readRound, { as: 'plan', summary: '巡察工作方案' });
export const historyOfRound = historyOf(readRound);
export const findRounds = query('planning.round.find', {
  http: 'GET /rounds/find',
  permission: 'round.read',
  classification: 'internal',
  summary: '查找轮次：名称或编号的一部分，至多二十个',
  input: z.object({ text: SearchText }),
  output: z.object({ items: z.array(RoundView) }),
});
export const listRounds = query('planning.round.list', {
  http: 'GET /rounds',
  permission: 'round.read',
  classification: 'internal',
  summary: '各轮巡察，新的在前',
  input: z.object({
    ...pageInput,
    termId: Id.optional(),
    state: RoundState.optional(),
    kind: RoundKind.optional(),
  }),
  output: pageOf(RoundView),
});
export const countRounds = countsOf(listRounds);
