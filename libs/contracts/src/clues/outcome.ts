/** What came of a clue, counted in persons: each once, by keyed pseudonym (rules.md 17). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { historyOf } from '../kit/history.js';
import { BusinessDate, Fen, Id, pageInput, pageOf, Pseudonym, Text, Version } from '../kit/types.js';

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
/** 四种形态, first to fourth, by gravity (RA17-8). */
const form = z.int().min(1).max(4).describe('四种形态之第几种');

const which = { outcomeId: Id, clueId: Id };
export const clueOutcomeRecorded = event('clues.outcome.recorded', {
  classification: 'internal',
  summary: '线索办理结果已记录',
  body: z.object({
    ...which,
    kind: ClueOutcomeKind,
    form: form.nullable(),
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

export const ClueOutcomeEntry = z.object({
  id: Id,
  version: Version,
  clueId: Id,
  kind: ClueOutcomeKind,
  form: form.nullable(),
  persons: z.int().describe('人数'),
  amount: Fen.nullable(),
  adjustsPost: z.boolean(),
  state: z.enum(['recorded', 'withdrawn']),
  on: BusinessDate,
});
export const ClueOutcomeView = ClueOutcomeEntry.extend({
  persons: z.array(Pseudonym).describe('同一人在本站点各处代号相同'),
  recordedBy: Id,
  withdrawal: z.object({ reason: z.string(), on: BusinessDate, by: Id }).nullable(),
});

/** As the clue's content names them: the same name and identity are the same person (rules.md 17). */
const persons = z
  .array(z.object({ name: Text(60), identity: Text(40).optional().describe('证件号码或干部编号') }))
  .max(200);

const on = BusinessDate.optional();
export const recordClueOutcome = command('clues.outcome.record', {
  http: 'POST /clues/{clueId}/outcomes',
  permission: 'clueOutcome.record',
  summary: '记录一项办理结果；所涉人员须是线索所列的人，每人只计一次',
  input: z.object({
    clueId: Id,
    kind: ClueOutcomeKind,
    form: form.optional(),
    persons: persons.optional().describe('与线索内容所列一致'),
    // Below zero is refused by the rule and not by the schema, so that it has a code and words of its own.
    amount: z.int().max(900_000_000_000_000).optional().describe('追缴金额（分），不小于零'),
    adjustsPost: z.boolean().optional().describe('组织处理中调整职务'),
    on,
  }),
});
export const withdrawClueOutcome = command('clues.outcome.withdraw', {
  http: 'POST /clue-outcomes/{outcomeId}/withdraw',
  permission: 'clueOutcome.record',
  summary: '更正撤回；记录保留',
  input: z.object({ outcomeId: Id, seen: Version, reason: Text(500), on }),
});

export const readClueOutcome = query('clues.outcome.read', {
  http: 'GET /clue-outcomes/{outcomeId}',
  permission: 'clueOutcome.read',
  classification: 'restricted',
  summary: '一项办理结果及所涉人员代号；查看留痕',
  input: z.object({ outcomeId: Id }),
  output: ClueOutcomeView,
});
export const historyOfClueOutcome = historyOf(readClueOutcome);
export const listClueOutcomes = query('clues.outcome.list', {
  http: 'GET /clue-outcomes',
  permission: 'clueOutcome.read',
  classification: 'internal',
  summary: '办理结果台账，新的在前',
  input: z.object({
    ...pageInput,
    clueId: Id.optional(),
    roundId: Id.optional(),
    kind: ClueOutcomeKind.optional(),
  }),
  output: pageOf(ClueOutcomeEntry),
});
