/** A call-up: a request to a person's unit, through the organization department, to lend the person for a round. */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { documentOf } from '../kit/document.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { BusinessDate, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';

const told = (name: string, summary: string) =>
  event(`talent.callUp.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ callUpId: Id, inspectorId: Id, roundId: Id, on: BusinessDate }),
  });
export const callUpRequested = told('requested', '已发抽调函');
export const callUpAgreed = told('agreed', '单位同意抽调');
export const callUpRefused = told('refused', '单位不同意抽调');
export const callUpStarted = told('started', '抽调人员已报到');
export const callUpEnded = told('ended', '抽调已结束');

export const CallUpState = z.enum(['requested', 'agreed', 'refused', 'started', 'ended']);
/** One letter, one answer: the organization department asks the unit and answers for both. */
const answer = { unitAgrees: z.boolean(), departmentAgrees: z.boolean() };
export const CallUpView = z.object({
  id: Id,
  version: Version,
  number: z.string().describe('抽调函编号'),
  inspectorId: Id,
  roundId: Id,
  state: CallUpState,
  from: BusinessDate,
  until: BusinessDate,
  requestedBy: Id,
  requestedOn: BusinessDate,
  answer: z.object({ ...answer, reason: z.string().nullable(), by: Id, on: BusinessDate }).nullable(),
  startedOn: BusinessDate.nullable(),
  endedOn: BusinessDate.nullable(),
});

const target = { callUpId: Id, seen: Version };
const on = BusinessDate.optional();
export const requestCallUp = command('talent.callUp.request', {
  http: 'POST /call-ups',
  permission: 'callUp.write',
  summary: '发抽调函，经组织部门转人员所在单位',
  input: z.object({ inspectorId: Id, roundId: Id, from: BusinessDate, until: BusinessDate, on }),
});
export const answerCallUp = command('talent.callUp.answer', {
  http: 'POST /call-ups/{callUpId}/answer',
  permission: 'callUp.answer',
  summary: '组织部门答复抽调函；单位与组织部门都同意才算同意，不同意须说明理由',
  input: z.object({ ...target, ...answer, reason: Text(500).optional(), on }),
});
export const startCallUp = command('talent.callUp.start', {
  http: 'POST /call-ups/{callUpId}/start',
  permission: 'callUp.write',
  summary: '抽调人员报到',
  input: z.object({ ...target, on }),
});
export const endCallUp = command('talent.callUp.end', {
  http: 'POST /call-ups/{callUpId}/end',
  permission: 'callUp.write',
  summary: '抽调结束，人员返回单位',
  input: z.object({ ...target, on }),
});

export const readCallUp = query('talent.callUp.read', {
  http: 'GET /call-ups/{callUpId}',
  permission: 'callUp.read',
  classification: 'internal',
  summary: '一份抽调函',
  input: z.object({ callUpId: Id }),
  output: CallUpView,
});
export const callUpRequest = documentOf(readCallUp, { as: 'letter', summary: '抽调函' });
export const historyOfCallUp = historyOf(readCallUp);
export const listCallUps = query('talent.callUp.list', {
  http: 'GET /call-ups',
  permission: 'callUp.read',
  classification: 'internal',
  summary: '抽调函一览，新的在前',
  input: z.object({
    ...pageInput,
    roundId: Id.optional(),
    inspectorId: Id.optional(),
    state: CallUpState.optional(),
  }),
  output: pageOf(CallUpView),
});
export const countCallUps = countsOf(listCallUps);
