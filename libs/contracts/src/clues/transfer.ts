/** A transfer: clues for one organ, approved by leader, office and leading group, by three people (rules.md 6), with exactly one receipt (rules.md 8). */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { BusinessDate, Id } from '../kit/types.js';

export const TransferState = z.enum([
  'draft',
  'leader',
  'office',
  'approved',
  'delivered',
  'received',
  'returned',
]);
const which = { transferId: Id };
const told = (name: string, summary: string) =>
  event(`clues.transfer.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...which, on: BusinessDate }),
  });
export const transferDrafted = event('clues.transfer.drafted', {
  classification: 'internal',
  summary: '线索移交已起草',
  body: z.object({ ...which, organId: Id, urgent: z.boolean(), clueIds: z.array(Id), on: BusinessDate }),
});
export const transferLeaderApproved = told('leaderApproved', '组长已同意移交');
export const transferOfficeApproved = told('officeApproved', '巡察办已同意移交');
export const transferApproved = told('approved', '领导小组已批准移交');
export const transferReturned = told('returned', '移交已退回');
export const transferDelivered = event('clues.transfer.delivered', {
  classification: 'internal',
  summary: '线索已移交',
  body: z.object({ ...which, organId: Id, clueIds: z.array(Id), on: BusinessDate }),
});
export const transferReceived = event('clues.transfer.received', {
  classification: 'internal',
  summary: '线索移交已签收',
  body: z.object({ ...which, organId: Id, clueIds: z.array(Id), on: BusinessDate }),
});
/** No receipt in time raises a reminder, then an order (rules.md 8). */
export const transferOverdue = event('clues.transfer.overdue', {
  classification: 'internal',
  summary: '移交逾期未签收，已催办或督办',
  body: z.object({ ...which, rung: z.enum(['reminder', 'order']), on: BusinessDate }),
});
