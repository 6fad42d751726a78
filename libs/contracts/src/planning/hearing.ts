/** Hearings of a round's results, recorded with their decisions (RA17-12). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { historyOf } from '../kit/history.js';
import { BusinessDate, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';

export const HearingBody = z.enum([
  'standingCommittee',
  'fivePersonGroup',
  'leadingGroup',
  'townshipCommittee',
]);
export type HearingBody = z.infer<typeof HearingBody>;

export const hearingHeld = event('planning.hearing.held', {
  classification: 'internal',
  summary: '已召开听取汇报会议',
  body: z.object({ hearingId: Id, body: HearingBody, heldOn: BusinessDate, roundIds: z.array(Id) }),
});

export const HearingView = z.object({
  id: Id,
  version: Version,
  body: HearingBody,
  heldOn: BusinessDate,
  roundIds: z.array(Id),
  decisions: z.array(z.string()),
});
/** One record per session, however many rounds or batches it heard. */
export const holdHearing = command('planning.hearing.hold', {
  http: 'POST /hearings',
  permission: 'hearing.write',
  summary: '记录一次听取巡察情况汇报的会议及其决定',
  input: z.object({
    body: HearingBody,
    roundIds: z.array(Id).min(1).max(20),
    decisions: z.array(Text(1000)).min(1).max(50),
    on: BusinessDate.optional().describe('会议日期'),
  }),
});
export const readHearing = query('planning.hearing.read', {
  http: 'GET /hearings/{hearingId}',
  permission: 'hearing.read',
  classification: 'internal',
  summary: '一次听取汇报会议',
  input: z.object({ hearingId: Id }),
  output: HearingView,
});
export const historyOfHearing = historyOf(readHearing);
export const listHearings = query('planning.hearing.list', {
  http: 'GET /hearings',
  permission: 'hearing.read',
  classification: 'internal',
  summary: '听取汇报会议，新的在前',
  input: z.object({ ...pageInput, body: HearingBody.optional() }),
  output: pageOf(HearingView),
});
