/** What came of a clue, counted in persons: each once, by keyed pseudonym (rules.md 17). */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { BusinessDate, Fen, Id, Pseudonym } from '../kit/types.js';

/** 立案 / 党纪政务处分 / 组织处理 / 移送司法 / 追缴 / 通报曝光 */
export const ClueOutcomeKind = z.enum([
  'filed',
  'sanction',
  'measure',
  'judicial',
  'recovered',
  'namedPublicly',
]);
export type ClueOutcomeKind = z.infer<typeof ClueOutcomeKind>;
const which = { outcomeId: Id, clueId: Id };
export const clueOutcomeRecorded = event('clues.outcome.recorded', {
  classification: 'internal',
  summary: '线索办理结果已记录',
  body: z.object({
    ...which,
    kind: ClueOutcomeKind,
    form: z.int().min(1).max(4).nullable().describe('四种形态之第几种'),
    persons: z.array(Pseudonym),
    amount: Fen.nullable(),
    adjustsPost: z.boolean().describe('组织处理中调整职务'),
    on: BusinessDate,
  }),
});
export const clueOutcomeWithdrawn = event('clues.outcome.withdrawn', {
  classification: 'internal',
  summary: '线索办理结果已更正撤回',
  body: z.object(which),
});
