/** A recusal found from kin, unit, career or place: takes effect with the event, in every service (rules.md 2). */
import { z } from 'zod';
import { event, query } from '../kit/builders.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { BusinessDate, Id, pageInput, pageOf, Version } from '../kit/types.js';

export const RecusalReason = z.enum(['kin', 'unit', 'career', 'place']);
export type RecusalReason = z.infer<typeof RecusalReason>;
export const recusalFound = event('talent.recusal.found', {
  classification: 'restricted',
  summary: '发现须回避的情形，立即生效',
  body: z.object({ recusalId: Id, accountId: Id, inspectorId: Id, organizationId: Id, teamId: Id }),
});
export const recusalEnded = event('talent.recusal.ended', {
  classification: 'restricted',
  summary: '须回避的情形已消除',
  body: z.object({ recusalId: Id }),
});

/** What a breach found after the authorization leaves to be done. */
export const Redo = z.enum([
  'replaceMember',
  'reauthorize',
  'reviewPapers',
  'reviewInterviews',
  'replaceCustodian',
  'reviewPetitions',
]);
export type Redo = z.infer<typeof Redo>;
const entry = {
  id: Id,
  version: Version,
  teamId: Id,
  inspectorId: Id,
  organizationId: Id,
  state: z.enum(['found', 'ended']),
  foundOn: BusinessDate,
  endedOn: BusinessDate.nullable(),
  redo: z
    .array(Redo)
    .describe(
      '须重做的事：更换组员、重新授权，或更换专管人员；已进驻的，其经手的底稿、谈话、信访件须重新核对',
    ),
};
export const listFoundRecusals = query('talent.recusal.list', {
  http: 'GET /team-recusals',
  permission: 'teamRecusal.read',
  classification: 'internal',
  summary: '授权之后发现的须回避情形，不含原因',
  input: z.object({
    ...pageInput,
    teamId: Id.optional(),
    inspectorId: Id.optional(),
    state: z.enum(['found', 'ended']).optional(),
  }),
  output: pageOf(z.object(entry)),
});
export const countFoundRecusals = countsOf(listFoundRecusals);
export const readFoundRecusal = query('talent.recusal.read', {
  http: 'GET /team-recusals/{recusalId}',
  permission: 'teamRecusal.read',
  classification: 'restricted',
  summary: '一项授权之后发现的须回避情形及其原因',
  input: z.object({ recusalId: Id }),
  output: z.object({ ...entry, reasons: z.array(RecusalReason) }),
});
export const historyOfFoundRecusal = historyOf(readFoundRecusal);
