/** A clue as the team raises it (rules.md 5). Its content is sealed here until the clues service has taken it; then only the number stays. */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { BusinessDate, Id } from '../kit/types.js';
import { inspectionPlace } from './inspection.js';

/** Routing by nature (WH17-5): what kind of matter it is decides which organ gets it. */
export const ClueNature = z.enum(['breach', 'inaction', 'crime', 'personnel', 'petition', 'work']);
export type ClueNature = z.infer<typeof ClueNature>;

const which = { clueId: Id, ...inspectionPlace };
/** Number and nature only; the content goes by sealed request. */
export const clueRaised = event('onsite.clue.raised', {
  classification: 'internal',
  summary: '问题线索已提出',
  body: z.object({
    ...which,
    teamId: Id,
    number: z.string(),
    findingId: Id.nullable(),
    petitionId: Id.nullable(),
    nature: ClueNature,
    urgent: z.boolean().describe('驻点期间发现的重要线索，快速移交'),
    profile: z.string().describe('制度版本'),
    on: BusinessDate,
  }),
});
/** Nothing but the number is left of it here. */
export const clueHandedOver = event('onsite.clue.handedOver', {
  classification: 'internal',
  summary: '问题线索内容已交出，本处只留编号',
  body: z.object(which),
});
