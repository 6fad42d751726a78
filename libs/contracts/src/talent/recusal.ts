/** A recusal found from kin, unit, career or place: takes effect with the event, in every service (rules.md 2). */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { Id } from '../kit/types.js';

export const RecusalReason = z.enum(['kin', 'unit', 'career', 'place']);
export const recusalFound = event('talent.recusal.found', {
  classification: 'restricted',
  summary: '发现须回避的情形，立即生效',
  body: z.object({ recusalId: Id, accountId: Id, inspectorId: Id, organizationId: Id, teamId: Id }),
});
export const recusalEnded = event('talent.recusal.ended', {
  classification: 'restricted',
  summary: '须回避的情形已消除',
  body: z.object({ recusalId: Id }),
});
