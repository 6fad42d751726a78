/** Who read what in rectification: every look at a restricted or sealed record is a record itself (rules.md, Regulation of data). */
import { z } from 'zod';
import { event, query } from '../kit/builders.js';
import { Id, pageInput, pageOf } from '../kit/types.js';
import { LookView } from '../onsite/look.js';

/** What can be looked at, by the part that is shown. */
export const RectificationPart = z.enum(['case', 'caseSigner', 'item', 'outcome']);
export type RectificationPart = z.infer<typeof RectificationPart>;

export const rectificationLookTaken = event('rectification.look.taken', {
  classification: 'restricted',
  summary: '已有人查看',
  body: z.object({ lookId: Id, at: RectificationPart, recordId: Id }),
});
export const listRectificationLooks = query('rectification.look.list', {
  http: 'GET /rectification/looks',
  permission: 'journal.read',
  classification: 'internal',
  summary: '查看记录，供审计；不含所查看的内容',
  input: z.object({ ...pageInput, recordId: Id.optional(), accountId: Id.optional() }),
  output: pageOf(LookView.extend({ at: RectificationPart })),
});
