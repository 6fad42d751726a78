/** Two reports on rectification, the organization's and its head's (NB17-11), and their joint review (ALL-9). */
import { z } from 'zod';
import { command, event } from '../kit/builders.js';
import { BusinessDate, FileRef, Id, Text } from '../kit/types.js';
import { caseTarget, datedCaseEvent, whichCase } from './which-case.js';

/** The organization's, or that of its head. */
export const ReportOf = z.enum(['organization', 'head']);
export type ReportOf = z.infer<typeof ReportOf>;
/** Who reviews the two reports together. */
export const ReviewBody = z.enum(['office', 'disciplineOrgan', 'organizationDepartment']);
export type ReviewBody = z.infer<typeof ReviewBody>;

const aboutReport = (name: string, summary: string) =>
  event(`rectification.case.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...whichCase, of: ReportOf, on: BusinessDate }),
  });
export const reportDrafted = aboutReport('reportDrafted', '整改报告已拟定，待签字');
export const reportSigned = aboutReport('reportSigned', '整改报告已签字');
export const reportsSubmitted = datedCaseEvent('reportsSubmitted', '两份整改报告已报送');
export const reportsReturned = datedCaseEvent('reportsReturned', '整改报告已退回');
export const reviewGiven = event('rectification.case.reviewGiven', {
  classification: 'internal',
  summary: '一家单位已提出联审意见',
  body: z.object({ ...whichCase, body: ReviewBody, agrees: z.boolean(), on: BusinessDate }),
});
export const caseReviewed = datedCaseEvent('jointlyReviewed', '已联合审核');

const day = BusinessDate.nullable();
export const ReportView = z.object({
  of: ReportOf,
  text: z.string(),
  files: z.array(FileRef),
  draftedOn: BusinessDate,
  draftedBy: Id,
  signedOn: day,
  signedBy: Id.nullable(),
  lapsed: z.boolean().describe('已被退回，仅存留痕'),
});
export type ReportView = z.infer<typeof ReportView>;
export const ReviewView = z.object({
  body: ReviewBody,
  agrees: z.boolean(),
  opinion: z.string(),
  reviewer: z.string().describe('代表该单位提出意见的人'),
  on: BusinessDate,
  recordedBy: Id,
  lapsed: z.boolean().describe('针对已退回的报告，或已由同一单位的新意见代替'),
});
export type ReviewView = z.infer<typeof ReviewView>;

const on = BusinessDate.optional();
const writing = { text: Text(20_000), files: z.array(FileRef).max(20).optional() };
export const draftReport = command('rectification.case.draftReport', {
  http: 'PUT /cases/{caseId}/report',
  permission: 'report.submit',
  summary: '拟定党组织的整改报告，待主要负责人签字；再次拟定即替换',
  input: z.object({ ...caseTarget, ...writing, on }),
});
export const signReport = command('rectification.case.signReport', {
  http: 'POST /cases/{caseId}/report/sign',
  permission: 'report.submit',
  summary: '主要负责人（或指定的签字人）在党组织的整改报告上签字',
  input: z.object({ ...caseTarget, on }),
});
export const submitHeadReport = command('rectification.case.submitHeadReport', {
  http: 'POST /cases/{caseId}/head-report',
  permission: 'report.submit',
  summary: '主要负责人（或指定的签字人）报送本人的整改报告，报送即签字',
  input: z.object({ ...caseTarget, ...writing, on }),
});
export const returnReports = command('rectification.case.returnReports', {
  http: 'POST /cases/{caseId}/reports/return',
  permission: 'case.review',
  summary: '退回两份整改报告并附意见',
  input: z.object({ ...caseTarget, opinions: Text(4000), on }),
});
export const giveReview = command('rectification.case.giveReview', {
  http: 'POST /cases/{caseId}/reviews',
  permission: 'case.review',
  summary: '记录一家单位对两份整改报告的联审意见；三家均同意即审核完毕',
  input: z.object({
    ...caseTarget,
    body: ReviewBody,
    agrees: z.boolean(),
    opinion: Text(2000),
    reviewer: Text(60).describe('代表该单位提出意见的人'),
    on,
  }),
});
