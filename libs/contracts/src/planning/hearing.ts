/** Hearings of a round's results, recorded with their decisions (RA17-12). */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { BusinessDate, Id } from '../kit/types.js';

export const HearingBody = z.enum([
  'standingCommittee',
  'fivePersonGroup',
  'leadingGroup',
  'townshipCommittee',
]);

export const hearingHeld = event('planning.hearing.held', {
  classification: 'internal',
  summary: '已召开听取汇报会议',
  body: z.object({ hearingId: Id, body: HearingBody, heldOn: BusinessDate, roundIds: z.array(Id) }),
});
