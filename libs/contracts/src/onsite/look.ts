/** Who read what: every look at a restricted or sealed record is a record itself (rules.md 13, Regulation of data). */
import { z } from 'zod';
import { event, query } from '../kit/builders.js';
import { Id, Instant, pageInput, pageOf, Version } from '../kit/types.js';

/** What can be looked at, by the part that is shown. */
export const LookedAt = z.enum([
  'activity',
  'workingPaper',
  'finding',
  'reportPackage',
  'petitionContent',
  'petitionSender',
  'feedbackSigner',
]);
export type LookedAt = z.infer<typeof LookedAt>;

export const lookTaken = event('onsite.look.taken', {
  classification: 'restricted',
  summary: '已有人查看',
  body: z.object({ lookId: Id, at: LookedAt, recordId: Id }),
});
export const LookView = z.object({
  id: Id,
  version: Version,
  at: LookedAt,
  recordId: Id,
  accountId: Id,
  takenAt: Instant,
});
export const listLooks = query('onsite.look.list', {
  http: 'GET /onsite/looks',
  permission: 'journal.read',
  classification: 'internal',
  summary: '查看记录，供审计；不含所查看的内容',
  input: z.object({ ...pageInput, recordId: Id.optional(), accountId: Id.optional() }),
  output: pageOf(LookView),
});
