/**
 * A county files a special round with its city before it starts, reports how it goes, and is corrected when off target (HZP-1). A step is
 * dated by the day it is sent: what goes to another site cannot have gone earlier.
 */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { BusinessDate, Code, Id, pageInput, pageOf, SiteCode, Text, Version } from '../kit/types.js';

export const FilingState = z.enum(['filed', 'returned', 'agreed', 'offTarget']);
export const FilingSide = z.enum(['county', 'city']);
export type FilingSide = z.infer<typeof FilingSide>;
/** County: file, refile, report, amend. City: agree, return, correct. */
export const FilingAction = z.enum(['file', 'refile', 'agree', 'return', 'report', 'correct', 'amend']);
export type FilingAction = z.infer<typeof FilingAction>;
export const FilingAnswer = z.enum(['agree', 'return']);

const which = { filingId: Id, peerSite: SiteCode, on: BusinessDate };
const told = (name: string, summary: string) =>
  event(`linkage.filing.${name}`, { classification: 'internal', summary, body: z.object(which) });
export const filingFiled = event('linkage.filing.filed', {
  classification: 'internal',
  summary: '专项巡察已向上级报备',
  body: z.object({ ...which, roundId: Id, startsOn: BusinessDate }),
});
/** Published in the city's site. */
export const filingReceived = event('linkage.filing.received', {
  classification: 'internal',
  summary: '已收到下级的专项巡察报备',
  body: z.object({ ...which, startsOn: BusinessDate }),
});
/** Like all that follow, published in both sites, each with its own filing. */
export const filingAnswered = event('linkage.filing.answered', {
  classification: 'internal',
  summary: '专项巡察报备已答复',
  body: z.object({ ...which, answer: FilingAnswer }),
});
export const filingRefiled = told('refiled', '专项巡察已修改后重新报备');
export const filingReported = told('reported', '专项巡察进展已报告');
export const filingCorrected = told('corrected', '专项巡察偏离方向，上级已要求纠正');
export const filingAmended = told('amended', '专项巡察已按要求纠正');

export const FilingView = z.object({
  id: Id,
  version: Version,
  side: FilingSide.describe('本站点是报备的县，还是审核的市'),
  peerSite: SiteCode,
  roundId: Id.nullable().describe('报备的轮次；在上级站点为空'),
  roundName: z.string(),
  theme: Code.nullable(),
  startsOn: BusinessDate,
  state: FilingState,
  steps: z.array(z.object({ action: FilingAction, text: z.string(), on: BusinessDate })),
});

const opinion = Text(2000);
const target = { filingId: Id, seen: Version };
export const fileRound = command('linkage.filing.file', {
  http: 'POST /filings',
  permission: 'filing.write',
  summary: '向上级报备一轮专项巡察，名称、主题与日期取自轮次',
  input: z.object({ roundId: Id, plan: Text(4000).describe('方案要点') }),
});
export const refileRound = command('linkage.filing.refile', {
  http: 'POST /filings/{filingId}/refile',
  permission: 'filing.write',
  summary: '按退回意见修改后重新报备',
  input: z.object({ ...target, plan: Text(4000) }),
});
export const reportProgress = command('linkage.filing.report', {
  http: 'POST /filings/{filingId}/progress',
  permission: 'filing.write',
  summary: '报告进展',
  input: z.object({ ...target, progress: Text(4000) }),
});
export const amendRound = command('linkage.filing.amend', {
  http: 'POST /filings/{filingId}/amend',
  permission: 'filing.write',
  summary: '说明如何按上级要求纠正',
  input: z.object({ ...target, amendment: Text(4000) }),
});
export const answerFiling = command('linkage.filing.answer', {
  http: 'POST /filings/{filingId}/answer',
  permission: 'filing.answer',
  summary: '答复下级报备：同意，或提出意见退回',
  input: z.object({ ...target, answer: FilingAnswer, opinion }),
});
export const correctRound = command('linkage.filing.correct', {
  http: 'POST /filings/{filingId}/correct',
  permission: 'filing.answer',
  summary: '下级专项巡察偏离方向时要求纠正',
  input: z.object({ ...target, opinion }),
});
export const readFiling = query('linkage.filing.read', {
  http: 'GET /filings/{filingId}',
  permission: 'filing.read',
  classification: 'internal',
  summary: '一件报备及其往来',
  input: z.object({ filingId: Id }),
  output: FilingView,
});
export const listFilings = query('linkage.filing.list', {
  http: 'GET /filings',
  permission: 'filing.read',
  classification: 'internal',
  summary: '各件报备，新的在前',
  input: z.object({ ...pageInput, state: FilingState.optional(), peerSite: SiteCode.optional() }),
  output: pageOf(FilingView.omit({ steps: true })),
});
