/** Advice letters 巡察建议书: to a department, about a systemic cause, and what came of them (RA17-10). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { countsOf } from '../kit/counts.js';
import { documentOf } from '../kit/document.js';
import { filesOf } from '../kit/download.js';
import { historyOf } from '../kit/history.js';
import { BusinessDate, FileRef, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';

export const AdviceLetterState = z.enum(['draft', 'sent', 'answered', 'closed', 'withdrawn']);
export type AdviceLetterState = z.infer<typeof AdviceLetterState>;

const which = { adviceLetterId: Id, organizationId: Id, roundId: Id.nullable() };
const facts = { ...which, on: BusinessDate };
const happened = <M extends z.ZodRawShape>(name: string, summary: string, more: M) =>
  event(`rectification.adviceLetter.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...facts, ...more }),
  });
export const adviceLetterDrafted = happened('drafted', '巡察建议书已起草', {});
export const adviceLetterRevised = happened('revised', '巡察建议书已修改', {});
export const adviceLetterSent = happened('sent', '巡察建议书已发出', {
  dueOn: BusinessDate.describe('书面答复的期限'),
});
export const adviceLetterWithdrawn = happened('withdrawn', '巡察建议书已撤回', {});
export const adviceAnswered = happened('answered', '巡察建议书已答复', {});
export const adviceAnswerReturned = happened('returned', '对巡察建议书的答复已退回', {});
export const adviceChangeRecorded = happened('changeRecorded', '巡察建议带来的改变已记录', {});
export const adviceLetterClosed = happened('closed', '巡察建议书已办结', {
  changes: z.int().describe('带来的改变几项'),
});

const said = {
  subject: Text(100).describe('建议的事由，如“规范村级工程招投标管理”；列入标题'),
  cause: Text(3_000).describe('巡察发现的共性问题和制度、管理上的成因；不写人名'),
  advice: Text(3_000).describe('建议采取的措施，一条一行'),
  files: z.array(FileRef).max(20).optional().describe('随建议书发出的附件'),
};
const telling = { text: z.string(), on: BusinessDate, by: Id };
const head = {
  id: Id,
  version: Version,
  number: z.string().nullable().describe('文号，发出时编'),
  organizationId: Id.describe('有责任完善制度、加强管理的部门'),
  roundId: Id.nullable().describe('从哪一轮巡察中看出；不限于一轮的不选'),
  subject: z.string(),
  state: AdviceLetterState,
  draftedOn: BusinessDate,
  sentOn: BusinessDate.nullable(),
  dueOn: BusinessDate.nullable().describe('书面答复的期限'),
  answeredOn: BusinessDate.nullable(),
  closedOn: BusinessDate.nullable(),
  changeCount: z.int().describe('带来的改变几项'),
};
export const AdviceLetterItem = z.object(head);
export const AdviceLetterView = AdviceLetterItem.extend({
  cause: z.string(),
  advice: z.string(),
  files: z.array(FileRef).describe('随建议书发出的附件'),
  answer: z.object({ ...telling, files: z.array(FileRef) }).nullable(),
  returned: z.object(telling).nullable().describe('答复为什么退回'),
  changes: z.array(z.object(telling)),
  noChange: z.string().nullable().describe('没有带来改变的原因'),
  withdrawal: z.object({ reason: z.string(), on: BusinessDate, by: Id }).nullable(),
});

const target = { adviceLetterId: Id, seen: Version };
const on = BusinessDate.optional();
export const draftAdviceLetter = command('rectification.adviceLetter.draft', {
  http: 'POST /advice-letters',
  permission: 'advice.write',
  summary: '起草一份巡察建议书',
  input: z.object({ organizationId: head.organizationId, roundId: Id.optional(), ...said, on }),
});
export const reviseAdviceLetter = command('rectification.adviceLetter.revise', {
  http: 'PUT /advice-letters/{adviceLetterId}',
  permission: 'advice.write',
  summary: '修改还没有发出的巡察建议书',
  input: z.object({ ...target, ...said, on }),
});
export const sendAdviceLetter = command('rectification.adviceLetter.send', {
  http: 'POST /advice-letters/{adviceLetterId}/send',
  permission: 'advice.write',
  summary: '编号发出；收受部门从此看得到',
  input: z.object({ ...target, dueOn: BusinessDate.describe('请对方在哪一天以前书面答复'), on }),
});
export const withdrawAdviceLetter = command('rectification.adviceLetter.withdraw', {
  http: 'POST /advice-letters/{adviceLetterId}/withdraw',
  permission: 'advice.write',
  summary: '撤回还没有答复的巡察建议书；记录保留',
  input: z.object({ ...target, reason: Text(500), on }),
});
export const answerAdviceLetter = command('rectification.adviceLetter.answer', {
  http: 'POST /advice-letters/{adviceLetterId}/answer',
  permission: 'advice.answer',
  summary: '书面答复；收受部门自己填写，来函答复的由巡察办录入',
  input: z.object({
    ...target,
    text: Text(5_000).describe('采纳哪些建议、怎样落实；不写人名'),
    files: z.array(FileRef).max(20).optional().describe('复函、制定或者修订的制度'),
    on,
  }),
});
export const returnAdviceAnswer = command('rectification.adviceLetter.returnAnswer', {
  http: 'POST /advice-letters/{adviceLetterId}/return',
  permission: 'advice.write',
  summary: '退回答复，请对方重新答复',
  input: z.object({
    ...target,
    reason: Text(500).describe('答复还差什么'),
    dueOn: BusinessDate.optional().describe('重新答复的期限；不填的，期限不变'),
    on,
  }),
});
export const recordAdviceChange = command('rectification.adviceLetter.recordChange', {
  http: 'POST /advice-letters/{adviceLetterId}/changes',
  permission: 'advice.answer',
  summary: '记录建议带来的一项改变：新立或修订的制度、开展的治理、改变的做法',
  input: z.object({ ...target, text: Text(1_000).describe('改变了什么，如制度名称和文号；不写人名'), on }),
});
export const closeAdviceLetter = command('rectification.adviceLetter.close', {
  http: 'POST /advice-letters/{adviceLetterId}/close',
  permission: 'advice.write',
  summary: '办结；没有带来改变的，须写明原因',
  input: z.object({
    ...target,
    noChange: Text(500).optional().describe('没有记录改变时必填：为什么没有'),
    on,
  }),
});

export const readAdviceLetter = query('rectification.adviceLetter.read', {
  http: 'GET /advice-letters/{adviceLetterId}',
  permission: 'advice.read',
  classification: 'internal',
  summary: '一份巡察建议书，以及答复和带来的改变',
  input: z.object({ adviceLetterId: Id }),
  output: AdviceLetterView,
});
export const adviceLetter = documentOf(readAdviceLetter, { as: 'letter', summary: '巡察建议书' });
export const adviceLetterFiles = filesOf(readAdviceLetter);
export const historyOfAdviceLetter = historyOf(readAdviceLetter);
export const listAdviceLetters = query('rectification.adviceLetter.list', {
  http: 'GET /advice-letters',
  permission: 'advice.read',
  classification: 'internal',
  summary: '巡察建议书台账，新的在前',
  input: z.object({
    ...pageInput,
    organizationId: Id.optional(),
    roundId: Id.optional(),
    state: AdviceLetterState.optional(),
  }),
  output: pageOf(AdviceLetterItem),
});
export const countAdviceLetters = countsOf(listAdviceLetters);
