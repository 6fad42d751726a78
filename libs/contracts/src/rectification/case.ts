/** A rectification case: all that follows from one feedback to one organization. */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { BusinessDate, Id } from '../kit/types.js';
import { inspectionPlace } from '../onsite/inspection.js';

const which = { caseId: Id, ...inspectionPlace };
export const caseOpened = event('rectification.case.opened', {
  classification: 'internal',
  summary: '整改已开立',
  body: z.object({ ...which, feedbackId: Id, on: BusinessDate }),
});
const dated = (name: string, summary: string) =>
  event(`rectification.case.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...which, on: BusinessDate }),
  });
export const planSubmitted = dated('planSubmitted', '整改方案已报送');
export const planReturned = dated('planReturned', '整改方案已退回');
export const planAccepted = dated('planAccepted', '整改方案已认可');
export const caseUnderway = dated('underway', '整改进行中');
export const reportsSubmitted = dated('reportsSubmitted', '两份整改报告已报送');
export const reportsReturned = dated('reportsReturned', '整改报告已退回');
export const caseReviewed = dated('jointlyReviewed', '已联合审核');
export const caseClosed = dated('closed', '整改已结束');
export const caseReopened = dated('reopened', '整改已重新打开');
export const caseAssessed = event('rectification.case.assessed', {
  classification: 'internal',
  summary: '整改质效已评估',
  body: z.object({
    ...which,
    on: BusinessDate,
    score: z.int().min(0).max(100),
    grade: z.enum(['good', 'fair', 'poor']),
  }),
});
