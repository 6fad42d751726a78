/** Two reports and one list (NB17-10): what a team reports of an inspection, reviewed by the office, heard and decided finding by finding. */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { documentOf } from '../kit/document.js';
import { filesOf } from '../kit/download.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { BusinessDate, FileRef, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';
import { Disposal, FiveSee } from './finding.js';
import { inspectionPlace } from './inspection.js';

export const ReportPackageState = z.enum(['draft', 'returned', 'officeReviewed', 'heard', 'decided']);

const which = { reportPackageId: Id, ...inspectionPlace };
const dated = (name: string, summary: string) =>
  event(`onsite.reportPackage.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...which, on: BusinessDate }),
  });
export const reportPackageSubmitted = dated('submitted', '报告初稿已报巡察办');
export const reportPackageReviewed = dated('reviewed', '报告已经巡察办审核');
export const reportPackageReturned = dated('returned', '报告已退回');
export const reportPackageHeard = event('onsite.reportPackage.heard', {
  classification: 'internal',
  summary: '报告已在会上听取',
  body: z.object({ ...which, hearingId: Id, on: BusinessDate }),
});
export const reportPackageDecided = dated('decided', '各问题的处置意见已决定');

const day = BusinessDate.nullable();
const writing = {
  report: Text(20_000).describe('巡察报告'),
  evaluation: Text(10_000).describe('对领导班子的评价报告'),
  files: z.array(FileRef).max(20).optional(),
};
export const ReportPackageEntry = z.object({
  id: Id,
  version: Version,
  ...inspectionPlace,
  state: ReportPackageState,
  submittedBy: Id,
  submittedOn: BusinessDate,
  reviewedOn: day,
  hearingId: Id.nullable(),
  heardOn: day,
  decidedOn: day,
});
export const ReportPackageView = ReportPackageEntry.extend({
  report: z.string(),
  evaluation: z.string(),
  files: z.array(FileRef),
  opinion: z.string().nullable().describe('审核或退回意见'),
});

/** What the report says of each finding; findings left out keep what was filled in before. */
const findings = z
  .array(z.object({ findingId: Id, fiveSee: FiveSee }))
  .max(500)
  .optional();
const target = { reportPackageId: Id, seen: Version };
const on = BusinessDate.optional();
export const submitReportPackage = command('onsite.reportPackage.submit', {
  http: 'POST /inspections/{inspectionId}/report-package',
  permission: 'report.write',
  summary: '报送两报告一清单；任一问题缺五见要素即不能报送，清单为本次巡察全部现存问题',
  input: z.object({ inspectionId: Id, ...writing, findings, on }),
});
export const resubmitReportPackage = command('onsite.reportPackage.resubmit', {
  http: 'PUT /report-packages/{reportPackageId}',
  permission: 'report.write',
  summary: '修改后再次报送',
  input: z.object({ ...target, ...writing, findings, on }),
});
export const reviewReportPackage = command('onsite.reportPackage.review', {
  http: 'POST /report-packages/{reportPackageId}/review',
  permission: 'report.review',
  summary: '巡察办审核通过',
  input: z.object({ ...target, opinion: Text(1000).optional(), on }),
});
export const returnReportPackage = command('onsite.reportPackage.return', {
  http: 'POST /report-packages/{reportPackageId}/return',
  permission: 'report.review',
  summary: '退回巡察组修改',
  input: z.object({ ...target, opinion: Text(1000), on }),
});
export const hearReportPackage = command('onsite.reportPackage.hear', {
  http: 'POST /report-packages/{reportPackageId}/hear',
  permission: 'report.review',
  summary: '已在某次会议上听取；日期为会议日期',
  input: z.object({ ...target, hearingId: Id }),
});
export const decideReportPackage = command('onsite.reportPackage.decide', {
  http: 'POST /report-packages/{reportPackageId}/decide',
  permission: 'decision.record',
  summary: '五人小组或领导小组逐一决定问题的处置；须包括清单上的每一个问题',
  input: z.object({
    ...target,
    decisions: z
      .array(
        z.object({
          findingId: Id,
          disposals: z.array(Disposal).min(1).max(3),
          decision: Text(1000).optional(),
        }),
      )
      .max(500),
    on,
  }),
});

export const readReportPackage = query('onsite.reportPackage.read', {
  http: 'GET /report-packages/{reportPackageId}',
  permission: 'report.read',
  classification: 'restricted',
  summary: '一份报告；查看留痕',
  input: z.object({ reportPackageId: Id }),
  output: ReportPackageView,
});
export const reportPackageFiles = filesOf(readReportPackage);
export const historyOfReportPackage = historyOf(readReportPackage);
/** The findings in it are read with it, and that is noted of each. */
export const findingList = documentOf(readReportPackage, {
  as: 'findingList',
  summary: '问题清单及处置建议；查看留痕',
});
export const inspectionReport = documentOf(readReportPackage, {
  as: 'report',
  summary: '巡察报告；查看留痕',
});
export const leadershipEvaluation = documentOf(readReportPackage, {
  as: 'evaluation',
  summary: '领导班子评价报告；查看留痕',
});
export const listReportPackages = query('onsite.reportPackage.list', {
  http: 'GET /report-packages',
  permission: 'report.read',
  classification: 'internal',
  summary: '报告一览',
  input: z.object({
    ...pageInput,
    inspectionId: Id.optional(),
    roundId: Id.optional(),
    state: ReportPackageState.optional(),
  }),
  output: pageOf(ReportPackageEntry),
});
export const countReportPackages = countsOf(listReportPackages);
