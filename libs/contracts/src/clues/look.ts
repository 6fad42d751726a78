/** Looks at clues and what goes with them; whoever reads what is sealed says what for. */
import { z } from 'zod';
import { looksOf } from '../kit/looks.js';

/** What can be looked at, by the part that is shown. */
export const CluePart = z.enum(['clueContent', 'transferForm', 'outcome']);
export type CluePart = z.infer<typeof CluePart>;

export const { taken: clueLookTaken, list: listClueLooks } = looksOf('clues', {
  http: 'GET /clue-looks',
  part: CluePart,
  more: { purpose: z.string().nullable().describe('查看事由') },
  classification: 'restricted',
  summary: '查看记录及事由，供审计；不含所查看的内容',
});
