/** An inspection: one organization of an assignment, from preparation to archive. */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { BusinessDate, Id } from '../kit/types.js';

/** Names the place of everything found on site; every event of onsite that counts carries it. */
export const inspectionPlace = { inspectionId: Id, assignmentId: Id, roundId: Id, organizationId: Id };

export const inspectionOpened = event('onsite.inspection.opened', {
  classification: 'internal',
  summary: '巡察已开立，进入准备',
  body: z.object({ ...inspectionPlace, teamId: Id, designation: z.string() }),
});
const dated = (name: string, summary: string) =>
  event(`onsite.inspection.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...inspectionPlace, on: BusinessDate }),
  });
export const inspectionEntered = dated('entered', '已进驻');
export const inspectionInvestigating = dated('investigating', '进入了解');
export const inspectionLeft = dated('left', '已离开');
export const inspectionDrafting = dated('drafting', '正在起草报告');
export const inspectionReported = dated('reported', '报告已听取');
export const inspectionDecided = dated('decided', '处置意见已决定');
export const inspectionFedBack = dated('fedBack', '已反馈');
export const inspectionArchived = dated('archived', '已归档');
export const inspectionCancelled = dated('cancelled', '任务取消，巡察终止');
export const inspectionExtended = event('onsite.inspection.extended', {
  classification: 'internal',
  summary: '已延长时间或延伸至下属单位',
  body: z.object({
    ...inspectionPlace,
    on: BusinessDate,
    until: BusinessDate.optional(),
    toOrganizationId: Id.optional(),
  }),
});
