/** What the team does on site: one record per interview, visit or check (WH17-3, NB17-1). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { documentOf } from '../kit/document.js';
import { historyOf } from '../kit/history.js';
import { BusinessDate, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';
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
export type ActivityKind = z.infer<typeof ActivityKind>;
export const activityRecorded = event('onsite.activity.recorded', {
  classification: 'internal',
  summary: '已记录一次活动',
  body: z.object({ activityId: Id, ...inspectionPlace, kind: ActivityKind, on: BusinessDate }),
});

export const ActivityEntry = z.object({
  id: Id,
  version: Version,
  ...inspectionPlace,
  kind: ActivityKind,
  title: z.string(),
  doneOn: BusinessDate,
  recordedBy: Id,
});
export const ActivityView = ActivityEntry.extend({ notes: z.string().nullable() });

/** A day's work is written down at once; every interview, visit or check is a record of its own. */
export const recordActivities = command('onsite.activity.record', {
  http: 'POST /inspections/{inspectionId}/activities',
  permission: 'activity.record',
  summary: '记录某日的一次或多次同类活动；回执为其中第一次的',
  input: z.object({
    inspectionId: Id,
    kind: ActivityKind,
    activities: z
      .array(z.object({ title: Text(200).describe('不写人名'), notes: Text(10_000).optional() }))
      .min(1)
      .max(100),
    on: BusinessDate.optional(),
  }),
});
export const readActivity = query('onsite.activity.read', {
  http: 'GET /activities/{activityId}',
  permission: 'activity.read',
  classification: 'restricted',
  summary: '一次活动及其记录；查看留痕',
  input: z.object({ activityId: Id }),
  output: ActivityView,
});
export const interviewRecord = documentOf(readActivity, {
  as: 'interviewRecord',
  summary: '个别谈话记录；查看留痕',
});
export const historyOfActivity = historyOf(readActivity);
export const listActivities = query('onsite.activity.list', {
  http: 'GET /activities',
  permission: 'activity.read',
  classification: 'internal',
  summary: '活动一览',
  input: z.object({
    ...pageInput,
    inspectionId: Id.optional(),
    roundId: Id.optional(),
    organizationId: Id.optional(),
    kind: ActivityKind.optional(),
  }),
  output: pageOf(ActivityEntry),
});
