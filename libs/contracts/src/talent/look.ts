/** Who read what in talent: every look at a restricted record is a record itself (rules.md, Regulation of data). */
import { z } from 'zod';
import { event, query } from '../kit/builders.js';
import { Id, pageInput, pageOf } from '../kit/types.js';
import { LookView } from '../onsite/look.js';

/** What can be looked at; the roster is all records of the site at once. */
export const TalentPart = z.enum(['inspector', 'roster', 'teamCheck', 'foundRecusal']);
export type TalentPart = z.infer<typeof TalentPart>;

export const talentLookTaken = event('talent.look.taken', {
  classification: 'restricted',
  summary: '已有人查看',
  body: z.object({ lookId: Id, at: TalentPart, recordId: Id }),
});
export const listTalentLooks = query('talent.look.list', {
  http: 'GET /talent/looks',
  permission: 'journal.read',
  classification: 'internal',
  summary: '查看记录，供审计；不含所查看的内容',
  input: z.object({ ...pageInput, recordId: Id.optional(), accountId: Id.optional() }),
  output: pageOf(LookView.extend({ at: TalentPart })),
});
