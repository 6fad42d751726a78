/** Looks at who must stay away from what. */
import { looksOf } from '../kit/looks.js';

export const { noted: identityLookNoted, list: listIdentityLooks } = looksOf(
  'identity',
  'GET /identity/looks',
);
