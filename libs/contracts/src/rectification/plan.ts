/** The rectification plan: measure, person and deadline for each finding; signed by the head, accepted or returned with opinions (NB17-8, NB17-11). */
import { z } from 'zod';
import { command } from '../kit/builders.js';
import { BusinessDate, Id, Text } from '../kit/types.js';
import { caseTarget, datedCaseEvent } from './which-case.js';

export const planDrafted = datedCaseEvent('planDrafted', '整改方案已拟定，待签字');
export const planSubmitted = datedCaseEvent('planSubmitted', '整改方案已签字报送');
export const planReturned = datedCaseEvent('planReturned', '整改方案已退回');
export const planAccepted = datedCaseEvent('planAccepted', '整改方案已认可');
export const opinionsReceived = datedCaseEvent('opinionsReceived', '意见已签收');

/** One row is one item to be; a finding may have several. */
export const PlanRow = z.object({
  findingId: Id,
  measure: Text(1000).describe('整改措施'),
  responsible: Text(100).describe('责任人'),
  dueOn: BusinessDate.describe('整改期限'),
});
export type PlanRow = z.infer<typeof PlanRow>;
export const PlanView = z.object({
  rows: z.array(PlanRow),
  draftedOn: BusinessDate,
  draftedBy: Id,
  signedOn: BusinessDate.nullable(),
  signedBy: Id.nullable(),
  lapsed: z.boolean().describe('已被退回，仅存留痕'),
});
export type PlanView = z.infer<typeof PlanView>;
/** Receipt slip 意见回执: what the office says of the plan or of the reports, and that the organization received it (NB17-8). */
export const OpinionSlip = z.object({
  number: z.string(),
  about: z.enum(['plan', 'reports']),
  verdict: z.enum(['accepted', 'returned']),
  opinions: z.string(),
  on: BusinessDate,
  by: Id,
  receivedOn: BusinessDate.nullable(),
  receivedBy: Id.nullable(),
});
export type OpinionSlip = z.infer<typeof OpinionSlip>;

const on = BusinessDate.optional();
export const draftPlan = command('rectification.case.draftPlan', {
  http: 'PUT /cases/{caseId}/plan',
  permission: 'plan.submit',
  summary: '拟定整改方案：反馈的每个问题至少一项；再次拟定即替换',
  input: z.object({ ...caseTarget, rows: z.array(PlanRow).max(500), on }),
});
export const signPlan = command('rectification.case.signPlan', {
  http: 'POST /cases/{caseId}/plan/sign',
  permission: 'plan.submit',
  summary: '主要负责人（或指定的签字人）签字，方案即报送',
  input: z.object({ ...caseTarget, on }),
});
export const returnPlan = command('rectification.case.returnPlan', {
  http: 'POST /cases/{caseId}/plan/return',
  permission: 'case.review',
  summary: '退回整改方案并附意见',
  input: z.object({ ...caseTarget, opinions: Text(4000), on }),
});
export const acceptPlan = command('rectification.case.acceptPlan', {
  http: 'POST /cases/{caseId}/plan/accept',
  permission: 'case.review',
  summary: '认可整改方案，各整改事项随即开立',
  input: z.object({ ...caseTarget, opinions: Text(4000).optional(), on }),
});
export const receiveOpinions = command('rectification.case.receiveOpinions', {
  http: 'POST /cases/{caseId}/slips/receive',
  permission: 'plan.submit',
  summary: '签收全部尚未签收的意见',
  input: z.object({ ...caseTarget, on }),
});
