/** Looks at what is put right. */
import { z } from 'zod';
import { looksOf } from '../kit/looks.js';

/** What can be looked at, by the part that is shown. */
export const RectificationPart = z.enum(['case', 'caseSigner', 'item', 'outcome']);
export type RectificationPart = z.infer<typeof RectificationPart>;

export const { taken: rectificationLookTaken, list: listRectificationLooks } = looksOf('rectification', {
  http: 'GET /rectification/looks',
  part: RectificationPart,
});
