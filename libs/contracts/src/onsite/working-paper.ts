/** A working paper: one matter with its evidence and three signatures by three people (rules.md 3, HZ16-8). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { documentOf } from '../kit/document.js';
import { filesOf } from '../kit/download.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { BusinessDate, FileRef, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';
import { inspectionPlace } from './inspection.js';

export const WorkingPaperState = z.enum(['draft', 'deputyReviewed', 'leaderSigned', 'returned']);
/** Kinds of source; two of them corroborate a paper (HZ16-8). */
export const EvidenceSource = z.enum([
  'document',
  'interview',
  'siteCheck',
  'householdVisit',
  'phoneSpotCheck',
  'dataComparison',
  'petition',
]);
export type EvidenceSource = z.infer<typeof EvidenceSource>;
export const Evidence = z.object({ source: EvidenceSource, note: Text(1000), file: FileRef.optional() });
export type Evidence = z.infer<typeof Evidence>;

const dated = (name: string, summary: string) =>
  event(`onsite.workingPaper.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ paperId: Id, ...inspectionPlace, on: BusinessDate }),
  });
export const paperDrafted = dated('drafted', '底稿已起草');
export const paperRevised = dated('revised', '底稿已修改');
export const paperReviewed = dated('reviewed', '底稿已由副组长审核');
export const paperReturned = dated('returned', '底稿已退回');
export const paperSigned = event('onsite.workingPaper.signed', {
  classification: 'internal',
  summary: '底稿已由组长签批，三人签字齐全',
  body: z.object({ paperId: Id, ...inspectionPlace, on: BusinessDate, corroborated: z.boolean() }),
});

const day = BusinessDate.nullable();
export const WorkingPaperEntry = z.object({
  id: Id,
  version: Version,
  ...inspectionPlace,
  matter: z.string(),
  state: WorkingPaperState,
  corroborated: z.boolean().describe('证据来源不少于两类'),
  authorId: Id,
  reviewerId: Id.nullable(),
  approverId: Id.nullable(),
  draftedOn: BusinessDate,
  reviewedOn: day,
  signedOn: day,
});
export const WorkingPaperView = WorkingPaperEntry.extend({
  content: z.string(),
  evidence: z.array(Evidence),
  opinion: z.string().nullable().describe('退回意见'),
});

const contents = {
  matter: Text(200).describe('一事一稿，不写人名'),
  content: Text(10_000),
  evidence: z.array(Evidence).min(1).max(100),
};
const target = { paperId: Id, seen: Version };
const on = BusinessDate.optional();
export const draftPaper = command('onsite.workingPaper.draft', {
  http: 'POST /inspections/{inspectionId}/working-papers',
  permission: 'paper.write',
  summary: '起草底稿',
  input: z.object({ inspectionId: Id, ...contents, on }),
});
export const revisePaper = command('onsite.workingPaper.revise', {
  http: 'PUT /working-papers/{paperId}',
  permission: 'paper.write',
  summary: '起草人修改底稿，重新走审核',
  input: z.object({ ...target, ...contents, on }),
});
export const reviewPaper = command('onsite.workingPaper.review', {
  http: 'POST /working-papers/{paperId}/review',
  permission: 'paper.review',
  summary: '副组长审核；副组长自己起草的，由另一副组长或巡察办审核',
  input: z.object({ ...target, on }),
});
export const signPaper = command('onsite.workingPaper.sign', {
  http: 'POST /working-papers/{paperId}/sign',
  permission: 'paper.review',
  summary: '组长签批；组长自己起草的，由另一副组长或巡察办签批',
  input: z.object({ ...target, on }),
});
export const returnPaper = command('onsite.workingPaper.return', {
  http: 'POST /working-papers/{paperId}/return',
  permission: 'paper.review',
  summary: '审核人或签批人退回底稿',
  input: z.object({ ...target, opinion: Text(500), on }),
});

export const readPaper = query('onsite.workingPaper.read', {
  http: 'GET /working-papers/{paperId}',
  permission: 'paper.read',
  classification: 'restricted',
  summary: '一份底稿；查看留痕',
  input: z.object({ paperId: Id }),
  output: WorkingPaperView,
});
export const paperDocument = documentOf(readPaper, { as: 'document', summary: '工作底稿；查看留痕' });
export const paperFiles = filesOf(readPaper);
export const historyOfPaper = historyOf(readPaper);
export const listPapers = query('onsite.workingPaper.list', {
  http: 'GET /working-papers',
  permission: 'paper.read',
  classification: 'internal',
  summary: '底稿一览',
  input: z.object({
    ...pageInput,
    inspectionId: Id.optional(),
    authorId: Id.optional(),
    state: WorkingPaperState.optional(),
  }),
  output: pageOf(WorkingPaperEntry),
});
export const countPapers = countsOf(listPapers);
