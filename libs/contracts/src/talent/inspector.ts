/** An inspector: a person who can be called into a team (talent pool). Records of people are restricted; events name no one. */
import { z } from 'zod';
import { event } from '../kit/builders.js';
import { BusinessDate, Code, Id } from '../kit/types.js';

/** Three forces (SP-5): full-time, relatively fixed, borrowed. */
export const Force = z.enum(['fullTime', 'standing', 'borrowed']);
export type Force = z.infer<typeof Force>;
export const InspectorState = z.enum(['candidate', 'inPool', 'suspended', 'left']);
/** Who held a course: the committee's own office, the city's, or somebody outside. */
export const TrainingHolder = z.enum(['site', 'city', 'outside']);

const which = { inspectorId: Id };
export const inspectorRegistered = event('talent.inspector.registered', {
  classification: 'internal',
  summary: '人员已登记',
  body: z.object({ ...which, force: Force, accountId: Id.nullable() }),
});
/** Kin, career, unit or home changed as well, perhaps: recusal is checked again (rules.md 2). */
export const inspectorChanged = event('talent.inspector.changed', {
  classification: 'internal',
  summary: '人员档案已修改',
  body: z.object({ ...which, force: Force, accountId: Id.nullable() }),
});
const dated = (name: string, summary: string) =>
  event(`talent.inspector.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...which, force: Force, on: BusinessDate }),
  });
export const inspectorPooled = dated('pooled', '人员已入库');
export const inspectorSuspended = dated('suspended', '人员已暂停调用');
export const inspectorLeft = dated('left', '人员已出库');
/** NB17-16 */
export const inspectorTrained = event('talent.inspector.trained', {
  classification: 'internal',
  summary: '培训已记录',
  body: z.object({ ...which, course: Code, heldBy: TrainingHolder, on: BusinessDate }),
});
export const inspectorAttached = event('talent.inspector.attached', {
  classification: 'internal',
  summary: '挂职锻炼已记录',
  body: z.object({ ...which, on: BusinessDate }),
});
export const inspectorAssessed = event('talent.inspector.assessed', {
  classification: 'restricted',
  summary: '考核已记录',
  body: z.object({ ...which, roundId: Id, on: BusinessDate }),
});
/** HZP-13: the rank reached, and whether it followed an inspection post. */
export const inspectorPromoted = event('talent.inspector.promoted', {
  classification: 'internal',
  summary: '职务晋升已记录',
  body: z.object({ ...which, rank: Code, afterInspectionPost: z.boolean(), on: BusinessDate }),
});
