/** A rectification case: all that follows from one feedback to one organization, until it is closed. Its plan and reports: plan.ts, reports.ts. */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { documentOf } from '../kit/document.js';
import { filesOf } from '../kit/download.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { BusinessDate, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';
import { inspectionPlace } from '../onsite/inspection.js';
import { OpinionSlip, PlanView } from './plan.js';
import { ReportView, reviewGiven, ReviewView } from './reports.js';
import { caseTarget, datedCaseEvent, whichCase } from './which-case.js';

export const CaseState = z.enum([
  'opened',
  'planSubmitted',
  'planAccepted',
  'underway',
  'reportsSubmitted',
  'jointlyReviewed',
  'assessed',
  'closed',
]);
export const Grade = z.enum(['good', 'fair', 'poor']);
export type Grade = z.infer<typeof Grade>;
/** What a case waits for by a date. */
export const CaseDue = z.enum(['plan', 'reports']);
export type CaseDue = z.infer<typeof CaseDue>;

export const caseOpened = event('rectification.case.opened', {
  classification: 'internal',
  summary: '整改已开立',
  body: z.object({ ...whichCase, feedbackId: Id, on: BusinessDate }),
});
export const caseUnderway = datedCaseEvent('underway', '整改进行中');
export const caseClosed = datedCaseEvent('closed', '整改已结束');
export const caseReopened = datedCaseEvent('reopened', '整改已重新打开');
/** Why another person signs stays with the office (rules.md 11). */
export const caseSignerNamed = datedCaseEvent('signerNamed', '巡察办已指定签字人');
export const caseAssessed = event('rectification.case.assessed', {
  classification: 'internal',
  summary: '整改质效已评估',
  body: z.object({ ...whichCase, on: BusinessDate, score: z.int().min(0).max(100), grade: Grade }),
});

const day = BusinessDate.nullable();
export const CaseEntry = z.object({
  id: Id,
  version: Version,
  ...inspectionPlace,
  feedbackId: Id,
  state: CaseState,
  openedOn: BusinessDate,
  planDueOn: BusinessDate,
  reportsDueOn: BusinessDate,
  overdue: CaseDue.nullable().describe('逾期未报的：整改方案或整改报告'),
  closedOn: day,
});
export const Assessment = z.object({
  score: z.int(),
  grade: Grade,
  remark: z.string().nullable(),
  on: BusinessDate,
  by: Id,
});
export type Assessment = z.infer<typeof Assessment>;
export const CaseView = CaseEntry.extend({
  findings: z.array(z.object({ findingId: Id, immediate: z.boolean() })),
  plans: z.array(PlanView).describe('历次签字的方案与现行方案，最后一份为现行'),
  slips: z.array(OpinionSlip),
  reports: z.array(ReportView),
  reviews: z.array(ReviewView).nullable().describe('联审意见；被巡察党组织不可见'),
  assessments: z.array(Assessment).describe('历次评估，最后一次为现行'),
  reopenings: z.array(z.object({ reason: z.string(), on: BusinessDate, by: Id })),
  maySign: z.boolean().describe('当前账号可以签字'),
});

const on = BusinessDate.optional();
export const nameCaseSigner = command('rectification.case.nameSigner', {
  http: 'POST /cases/{caseId}/signer',
  permission: 'signer.name',
  summary: '主要负责人空缺或不宜签字时，指定签字人；缘由只留在巡察办。不填签字人则恢复由主要负责人签字',
  input: z.object({ ...caseTarget, signerId: Id.optional(), reason: Text(500), on }),
});
export const assessCase = command('rectification.case.assess', {
  http: 'POST /cases/{caseId}/assessment',
  permission: 'case.close',
  summary: '评估整改质效，打分定等',
  input: z.object({
    ...caseTarget,
    score: z.int().min(0).max(100),
    grade: Grade,
    remark: Text(2000).optional(),
    on,
  }),
});
export const closeCase = command('rectification.case.close', {
  http: 'POST /cases/{caseId}/close',
  permission: 'case.close',
  summary: '结束整改；全部事项须已销号或转为长期坚持',
  input: z.object({ ...caseTarget, on }),
});
export const reopenCase = command('rectification.case.reopen', {
  http: 'POST /cases/{caseId}/reopen',
  permission: 'case.close',
  summary: '重新打开已结束的整改，重新报送两份报告',
  input: z.object({ ...caseTarget, reason: Text(500), on }),
});

export const readCase = query('rectification.case.read', {
  http: 'GET /cases/{caseId}',
  permission: 'case.read',
  classification: 'restricted',
  summary: '一项整改：方案、意见回执、两份报告、联审与评估',
  input: z.object({ caseId: Id }),
  output: CaseView,
});
export const planOpinionSlip = documentOf(readCase, {
  as: 'planOpinionSlip',
  summary: '整改方案意见回执，最近一份；查看留痕',
});
export const reportsOpinionSlip = documentOf(readCase, {
  as: 'reportsOpinionSlip',
  summary: '整改报告意见回执，最近一份；查看留痕',
});
export const closeOutList = documentOf(readCase, { as: 'closeOutList', summary: '销号清单；查看留痕' });
export const newHeadReminder = documentOf(readCase, {
  as: 'newHeadReminder',
  summary: '致新任主要负责人的提醒函；查看留痕',
});
export const caseFiles = filesOf(readCase);
export const historyOfCase = historyOf(readCase, { inside: [caseSignerNamed, reviewGiven] });
export const listCases = query('rectification.case.list', {
  http: 'GET /cases',
  permission: 'case.read',
  classification: 'internal',
  summary: '整改台账，新的在前',
  input: z.object({
    ...pageInput,
    inspectionId: Id.optional(),
    roundId: Id.optional(),
    organizationId: Id.optional(),
    state: CaseState.optional(),
  }),
  output: pageOf(CaseEntry),
});
export const countCases = countsOf(listCases);
export const readCaseSigner = query('rectification.case.readSigner', {
  http: 'GET /cases/{caseId}/signer',
  permission: 'signer.name',
  classification: 'restricted',
  summary: '指定的签字人与缘由',
  input: z.object({ caseId: Id }),
  output: z.object({ id: Id, version: Version, signerId: Id.nullable(), reason: z.string().nullable() }),
});
