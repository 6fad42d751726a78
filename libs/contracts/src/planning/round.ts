/** A round: one campaign with its kind, ways and theme; the profile of deadlines chosen at approval stays with all that grows from it. */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { Code, Id } from '../kit/types.js';

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

const which = { roundId: Id };
export const roundDrafted = event('planning.round.drafted', {
  classification: 'internal',
  summary: '轮次已起草',
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
  body: z.object({ ...which, ...RoundTraits.shape, profile: z.string() }),
});
export const roundTeaming = event('planning.round.teaming', {
  classification: 'internal',
  summary: '轮次开始组建巡察组',
  body: z.object(which),
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
