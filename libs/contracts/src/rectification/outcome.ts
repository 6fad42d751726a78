/** What rectification brought about: systems, money, contracts, people, facilities (HZ16-11). People are counted once, by pseudonym (rules.md 17). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { historyOf } from '../kit/history.js';
import { BusinessDate, Fen, Id, pageInput, pageOf, Pseudonym, Text, Version } from '../kit/types.js';
import { inspectionPlace } from '../onsite/inspection.js';

export const OutcomeKind = z.enum([
  'systemImproved',
  'moneyRecovered',
  'moneyDeposited',
  'incomeIncreased',
  'contractResigned',
  'accountability',
  'facilityBuilt',
]);
export type OutcomeKind = z.infer<typeof OutcomeKind>;
const which = {
  outcomeId: Id,
  ...inspectionPlace,
  caseId: Id.nullable(),
  itemId: Id.nullable(),
  findingId: Id.nullable(),
};
export const outcomeRecorded = event('rectification.outcome.recorded', {
  classification: 'internal',
  summary: '整改成效已记录',
  body: z.object({
    ...which,
    kind: OutcomeKind,
    on: BusinessDate,
    amount: Fen.nullable(),
    persons: z.array(Pseudonym),
  }),
});
export const outcomeWithdrawn = event('rectification.outcome.withdrawn', {
  classification: 'internal',
  summary: '整改成效已更正撤回',
  body: z.object(which),
});

/** Money repaid in parts: each part is an outcome of its own date, and all parts together are the total (RA17-9). */
const instalment = {
  number: z.int().min(1).max(120).describe('第几期'),
  of: z.int().min(2).max(120).describe('共几期'),
  total: Fen.describe('应退总额（分）'),
};
export const OutcomeEntry = z.object({
  id: Id,
  version: Version,
  ...inspectionPlace,
  caseId: Id.nullable(),
  itemId: Id,
  findingId: Id,
  kind: OutcomeKind,
  title: z.string(),
  state: z.enum(['recorded', 'withdrawn']),
  on: BusinessDate,
  amount: Fen.nullable(),
  instalment: z.object({ ...instalment, firstId: Id }).nullable(),
});
export const OutcomeView = OutcomeEntry.extend({
  persons: z.array(z.object({ reference: z.string(), pseudonym: Pseudonym })),
  recordedBy: Id,
  withdrawal: z.object({ reason: z.string(), on: BusinessDate, by: Id }).nullable(),
});

const on = BusinessDate.optional();
export const recordOutcome = command('rectification.outcome.record', {
  http: 'POST /items/{itemId}/outcomes',
  permission: 'outcome.record',
  summary: '记录一项整改成效；分期退款每期记一次',
  input: z.object({
    itemId: Id,
    kind: OutcomeKind,
    title: Text(300).describe('制度名称、款项、合同或设施；不写人名'),
    amount: Fen.optional().describe('金额（分）'),
    instalment: z
      .object({ ...instalment, firstId: Id.optional().describe('第一期的成效编号；第一期不填') })
      .optional(),
    persons: z.array(Text(100)).max(100).optional().describe('被问责的人'),
    on,
  }),
});
export const withdrawOutcome = command('rectification.outcome.withdraw', {
  http: 'POST /outcomes/{outcomeId}/withdraw',
  permission: 'outcome.record',
  summary: '更正撤回；记录保留',
  input: z.object({ outcomeId: Id, seen: Version, reason: Text(500), on }),
});

export const readOutcome = query('rectification.outcome.read', {
  http: 'GET /outcomes/{outcomeId}',
  permission: 'outcome.read',
  classification: 'restricted',
  summary: '一项整改成效及所涉人员',
  input: z.object({ outcomeId: Id }),
  output: OutcomeView,
});
export const historyOfOutcome = historyOf(readOutcome);
export const listOutcomes = query('rectification.outcome.list', {
  http: 'GET /outcomes',
  permission: 'outcome.read',
  classification: 'internal',
  summary: '整改成效台账，新的在前',
  input: z.object({
    ...pageInput,
    itemId: Id.optional(),
    inspectionId: Id.optional(),
    roundId: Id.optional(),
    organizationId: Id.optional(),
    kind: OutcomeKind.optional(),
  }),
  output: pageOf(OutcomeEntry),
});
