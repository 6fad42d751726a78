/** A finding: confirmed from working papers, classified by several taxonomies, never deleted. */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { BusinessDate, Fen, Id } from '../kit/types.js';
import { inspectionPlace } from './inspection.js';

/** `taxonomy:class`, for example `livelihood:yes` (RA17-13). */
export const ClassCode = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}:[A-Za-z][A-Za-z0-9]{0,39}$/);
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
export const findingMerged = event('onsite.finding.merged', {
  classification: 'internal',
  summary: '问题已并入另一问题',
  body: z.object({ ...which, intoId: Id }),
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
  body: z.object(which),
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
  body: z.object({ ...which, dueOn: BusinessDate, on: BusinessDate, profile: z.string() }),
});
