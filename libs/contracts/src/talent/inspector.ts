/** An inspector: a person who can be called into a team (talent pool). Records of people are restricted; events name no one. */
import { z } from 'zod';
import { teamRoles } from '../access/roles.js';
import { command, event } from '../kit/builders.js';
import { BusinessDate, Code, Id, Text, Version } from '../kit/types.js';

/** Three forces (SP-5): full-time, relatively fixed, borrowed. */
export const Force = z.enum(['fullTime', 'standing', 'borrowed']);
export type Force = z.infer<typeof Force>;
export const InspectorState = z.enum(['candidate', 'inPool', 'suspended', 'left']);
/** Who held a course: the committee's own office, the city's, or somebody outside. */
export const TrainingHolder = z.enum(['site', 'city', 'outside']);
export const Sex = z.enum(['female', 'male']);
export type Sex = z.infer<typeof Sex>;
/** From the lowest to the highest: a promotion goes to a later one. */
export const Rank = z.enum([
  'staff',
  'deputySection',
  'section',
  'deputyDivision',
  'division',
  'deputyBureau',
  'bureau',
]);
export type Rank = z.infer<typeof Rank>;
/** What somebody knows their way about in; `policy` is what the experts of SZ-7 know. */
export const Speciality = z.enum([
  'discipline',
  'organization',
  'partyBuilding',
  'publicity',
  'law',
  'finance',
  'audit',
  'engineering',
  'landAndPlanning',
  'agriculture',
  'health',
  'education',
  'informatics',
  'policy',
]);
export type Speciality = z.infer<typeof Speciality>;
/** What a relative is to the inspector: `parent` is the inspector's parent. */
export const Relation = z.enum(['spouse', 'parent', 'child', 'sibling', 'inLaw', 'otherRelative']);
export const InspectorGrade = z.enum(['excellent', 'competent', 'basicallyCompetent', 'incompetent']);
/** A post to learn in: lent for a time 挂职锻炼, or one station of a rotation 定期定岗. */
export const PostKind = z.enum(['attachment', 'rotation']);
export const RecommendedFor = z.enum(['promotion', 'commendation']);

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
/** Entered, or came back after a suspension. */
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
  summary: '挂职锻炼或定期定岗已记录',
  body: z.object({ ...which, kind: PostKind, on: BusinessDate }),
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
  body: z.object({ ...which, rank: Rank, afterInspectionPost: z.boolean(), on: BusinessDate }),
});
/** SP-6 */
export const inspectorRecommended = event('talent.inspector.recommended', {
  classification: 'restricted',
  summary: '已推荐使用或表彰',
  body: z.object({ ...which, recommendedFor: RecommendedFor, on: BusinessDate }),
});

const until = BusinessDate.optional();
/** A unit of the register, or the name of one that is not in it. */
const unit = { organizationId: Id.optional(), unit: Text(100).optional() };
export const CareerStep = z.object({ ...unit, post: Text(60), from: BusinessDate, to: until });
export type CareerStep = z.infer<typeof CareerStep>;
export const Kin = z.object({
  relation: Relation,
  organizationId: Id.optional().describe('亲属所在单位'),
  inspectorId: Id.optional().describe('亲属本人也在人才库中'),
});
export type Kin = z.infer<typeof Kin>;
export const Training = z.object({ course: Code, heldBy: TrainingHolder, on: BusinessDate });
export type Training = z.infer<typeof Training>;
export const InspectionPost = z.object({ kind: PostKind, post: Text(60), from: BusinessDate, to: until });
export type InspectionPost = z.infer<typeof InspectionPost>;
export const InspectorAssessment = z.object({ roundId: Id, grade: InspectorGrade, on: BusinessDate });
export type InspectorAssessment = z.infer<typeof InspectorAssessment>;
export const Promotion = z.object({ rank: Rank, afterInspectionPost: z.boolean(), on: BusinessDate });
export type Promotion = z.infer<typeof Promotion>;
export const Recommendation = z.object({ recommendedFor: RecommendedFor, on: BusinessDate });
export type Recommendation = z.infer<typeof Recommendation>;
/** Member of a team from its authorization, until it was released or the member replaced. */
export const Participation = z.object({
  teamId: Id,
  roundId: Id,
  role: z.enum(teamRoles),
  from: BusinessDate,
  to: BusinessDate.nullable(),
});
export type Participation = z.infer<typeof Participation>;

const describing = {
  name: Text(60).describe('加密保存'),
  force: Force,
  expert: z.boolean().optional().describe('专家库人员；不填即干部库'),
  sex: Sex,
  born: BusinessDate,
  partySince: BusinessDate.optional().describe('入党日期'),
  accountId: Id.optional(),
  organizationId: Id.optional().describe('所在单位，登记册中有的'),
  unit: Text(100).optional().describe('所在单位，登记册中没有的'),
  homeId: Id.optional().describe('籍贯所在乡镇或县'),
  specialities: z.array(Speciality).max(10).optional(),
  career: z.array(CareerStep).max(60).optional(),
  kin: z.array(Kin).max(40).optional(),
};
const on = BusinessDate.optional();
const target = { ...which, seen: Version };
export const registerInspector = command('talent.inspector.register', {
  http: 'POST /inspectors',
  permission: 'inspector.write',
  summary: '登记一名人员，待入库',
  input: z.object({ code: Code.describe('人员编号'), ...describing, rank: Rank, on }),
});
export const changeInspector = command('talent.inspector.change', {
  http: 'PUT /inspectors/{inspectorId}',
  permission: 'inspector.write',
  summary: '修改人员档案；职级变动另行记录晋升',
  input: z.object({ ...target, ...describing, on }),
});
export const enterPool = command('talent.inspector.enterPool', {
  http: 'POST /inspectors/{inspectorId}/pool',
  permission: 'inspector.pool',
  summary: '入库；须符合该支力量的条件',
  input: z.object({ ...target, on }),
});
export const suspendInspector = command('talent.inspector.suspend', {
  http: 'POST /inspectors/{inspectorId}/suspend',
  permission: 'inspector.pool',
  summary: '暂停调用',
  input: z.object({ ...target, reason: Text(500), on }),
});
export const resumeInspector = command('talent.inspector.resume', {
  http: 'POST /inspectors/{inspectorId}/resume',
  permission: 'inspector.pool',
  summary: '恢复调用；须仍符合入库条件',
  input: z.object({ ...target, on }),
});
export const dismissInspector = command('talent.inspector.dismiss', {
  http: 'POST /inspectors/{inspectorId}/dismiss',
  permission: 'inspector.pool',
  summary: '出库',
  input: z.object({ ...target, reason: Text(500), on }),
});
export const recordTraining = command('talent.inspector.recordTraining', {
  http: 'POST /inspectors/{inspectorId}/trainings',
  permission: 'inspector.write',
  summary: '记录培训',
  input: z.object({ ...target, course: Code, heldBy: TrainingHolder, on }),
});
export const recordPost = command('talent.inspector.recordPost', {
  http: 'POST /inspectors/{inspectorId}/posts',
  permission: 'inspector.write',
  summary: '记录在巡察岗位挂职锻炼或定期定岗',
  input: z.object({ ...target, kind: PostKind, post: Text(60), until, on: on.describe('开始日期') }),
});
export const assessInspector = command('talent.inspector.assess', {
  http: 'POST /inspectors/{inspectorId}/assessments',
  permission: 'inspector.write',
  summary: '记录一轮的考核等次',
  input: z.object({ ...target, roundId: Id, grade: InspectorGrade, on }),
});
export const promoteInspector = command('talent.inspector.promote', {
  http: 'POST /inspectors/{inspectorId}/promotions',
  permission: 'inspector.write',
  summary: '记录职务晋升',
  input: z.object({ ...target, rank: Rank, on }),
});
export const recommendInspector = command('talent.inspector.recommend', {
  http: 'POST /inspectors/{inspectorId}/recommendations',
  permission: 'inspector.write',
  summary: '推荐使用或表彰',
  input: z.object({ ...target, recommendedFor: RecommendedFor, on }),
});
