/** Looks at what is found on site. */
import { z } from 'zod';
import { looksOf } from '../kit/looks.js';

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

export const { taken: lookTaken, list: listLooks } = looksOf('onsite', {
  http: 'GET /onsite/looks',
  part: LookedAt,
});
