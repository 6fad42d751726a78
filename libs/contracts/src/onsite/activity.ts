/** What the team does on site: one record per interview, visit or check (WH17-3, NB17-1). */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { BusinessDate, Id } from '../kit/types.js';
import { inspectionPlace } from './inspection.js';

export const ActivityKind = z.enum([
  'interview',
  'discussionMeeting',
  'phoneSpotCheck',
  'householdVisit',
  'siteSurvey',
  'undercoverVisit',
  'documentReview',
]);
export const activityRecorded = event('onsite.activity.recorded', {
  classification: 'internal',
  summary: '已记录一次活动',
  body: z.object({ activityId: Id, ...inspectionPlace, kind: ActivityKind, on: BusinessDate }),
});
