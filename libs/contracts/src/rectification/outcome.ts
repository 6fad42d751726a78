/** What rectification brought about: systems, money, contracts, people, facilities (HZ16-11). People are counted once, by pseudonym (rules.md 17). */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { BusinessDate, Fen, Id, Pseudonym } from '../kit/types.js';
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
