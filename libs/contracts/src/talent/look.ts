/** Looks at the records of people. */
import { z } from 'zod';
import { looksOf } from '../kit/looks.js';

/** What can be looked at; the roster is all records of the site at once. */
export const TalentPart = z.enum(['inspector', 'roster', 'teamCheck', 'foundRecusal']);
export type TalentPart = z.infer<typeof TalentPart>;

export const { taken: talentLookTaken, list: listTalentLooks } = looksOf('talent', {
  http: 'GET /talent/looks',
  part: TalentPart,
});
