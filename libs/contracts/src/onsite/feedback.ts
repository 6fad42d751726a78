/** Findings delivered to the organization and signed for by its head (NB17-5, rules.md 11). */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { BusinessDate, Id } from '../kit/types.js';
import { inspectionPlace } from './inspection.js';

/** Rectification opens a case with these findings. */
export const feedbackDelivered = event('onsite.feedback.delivered', {
  classification: 'internal',
  summary: '已反馈并签收',
  body: z.object({
    feedbackId: Id,
    ...inspectionPlace,
    on: BusinessDate,
    findings: z.array(z.object({ findingId: Id, immediate: z.boolean() })),
    profile: z.string(),
  }),
});
