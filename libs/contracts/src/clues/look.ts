/** Who read what in clues, and for what purpose (rules.md, Regulation of data). */
import { z } from 'zod';
import { event, query } from '../kit/builders.js';
import { Id, pageInput, pageOf } from '../kit/types.js';
import { LookView } from '../onsite/look.js';

/** What can be looked at, by the part that is shown. */
export const CluePart = z.enum(['clueContent', 'transferForm', 'outcome']);
export type CluePart = z.infer<typeof CluePart>;

export const clueLookTaken = event('clues.look.taken', {
  classification: 'restricted',
  summary: '已有人查看',
  body: z.object({ lookId: Id, at: CluePart, recordId: Id }),
});
export const listClueLooks = query('clues.look.list', {
  http: 'GET /clue-looks',
  permission: 'journal.read',
  classification: 'restricted',
  summary: '查看记录及事由，供审计；不含所查看的内容',
  input: z.object({ ...pageInput, recordId: Id.optional(), accountId: Id.optional() }),
  output: pageOf(LookView.extend({ at: CluePart, purpose: z.string().nullable().describe('查看事由') })),
});
