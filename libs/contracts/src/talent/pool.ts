/** Looking into the talent pool: one record, lists, what composing teams needs, and whom the incentive reaches (HZP-5, SP-6). */
import { z } from 'zod';
import { query } from '../kit/builders.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { BusinessDate, Code, Id, MAX_NAMES, pageInput, pageOf, Version } from '../kit/types.js';
import {
  InspectorAssessment,
  CareerStep,
  Force,
  InspectionPost,
  InspectorState,
  Kin,
  Participation,
  Promotion,
  Rank,
  Recommendation,
  Sex,
  Speciality,
  Training,
} from './inspector.js';

const Age = z.int().min(0).max(150);
export const InspectorEntry = z.object({
  id: Id,
  version: Version,
  code: Code,
  name: z.string(),
  state: InspectorState,
  force: Force,
  expert: z.boolean(),
  sex: Sex,
  age: Age,
  rank: Rank,
  specialities: z.array(Speciality),
  organizationId: Id.nullable(),
  unit: z.string().nullable(),
});
const day = BusinessDate.nullable();
export const InspectorView = InspectorEntry.extend({
  accountId: Id.nullable(),
  born: BusinessDate,
  partySince: day,
  homeId: Id.nullable(),
  career: z.array(CareerStep),
  kin: z.array(Kin),
  registeredOn: BusinessDate,
  pooledOn: day,
  reason: z.string().nullable().describe('暂停或出库的理由'),
  trainings: z.array(Training),
  posts: z.array(InspectionPost),
  assessments: z.array(InspectorAssessment),
  promotions: z.array(Promotion),
  recommendations: z.array(Recommendation),
  participations: z.array(Participation),
});

export const readInspector = query('talent.inspector.read', {
  http: 'GET /inspectors/{inspectorId}',
  permission: 'inspector.read',
  classification: 'restricted',
  summary: '一名人员的档案；查看留痕',
  input: z.object({ inspectorId: Id }),
  output: InspectorView,
});
export const historyOfInspector = historyOf(readInspector);
/** Also for those who put somebody else into a team after its authorization: whom to choose, without opening anybody's record. */
export const listInspectors = query('talent.inspector.list', {
  http: 'GET /inspectors',
  permission: 'inspector.list',
  classification: 'internal',
  summary: '人员一览，不含履历、亲属与考核',
  input: z.object({
    ...pageInput,
    code: Code.optional(),
    state: InspectorState.optional(),
    force: Force.optional(),
    expert: z.boolean().optional(),
    rank: Rank.optional(),
    speciality: Speciality.optional(),
    youngest: Age.optional(),
    oldest: Age.optional(),
  }),
  output: pageOf(InspectorEntry),
});
export const countInspectors = countsOf(listInspectors);

/** Whoever authorizes a team or answers for a unit knows whom it is about, without opening anybody's record. */
export const inspectorNames = query('talent.inspector.names', {
  http: 'GET /inspector-names',
  permission: 'inspector.name',
  classification: 'internal',
  summary: '一批人员的姓名；不在本站点的不在其中',
  input: z.object({ ids: z.array(Id).min(1).max(MAX_NAMES) }),
  output: z.object({ items: z.array(InspectorEntry.pick({ id: true, name: true })) }),
});

/** One of whom a team can be made: nothing that names the person. */
export const Available = z.object({
  inspectorId: Id,
  version: Version,
  accountId: Id.nullable(),
  force: Force,
  expert: z.boolean(),
  sex: Sex,
  age: Age,
  rank: Rank,
  specialities: z.array(Speciality),
  organizationId: Id.nullable(),
  homeId: Id.nullable(),
  participations: z.int().describe('参加过的巡察组数'),
  daysThisYear: z.int().describe('本年在组天数'),
  inTeamId: Id.nullable().describe('现在所在的巡察组'),
});
export type Available = z.infer<typeof Available>;
export const readPool = query('talent.inspector.pool', {
  http: 'GET /talent/pool',
  permission: 'inspector.read',
  classification: 'internal',
  summary: '可调用的全部在库人员，供组建巡察组；不含姓名',
  input: z.object({ on: BusinessDate.optional() }),
  output: z.object({ on: BusinessDate, inspectors: z.array(Available) }),
});

export const Incentive = z.object({
  inspectorId: Id,
  from: BusinessDate,
  to: BusinessDate,
  months: z.int().describe('连续满几个月'),
  outsideQuota: z.boolean().describe('评为优秀的，不占所在单位名额'),
});
/** SP-6: whether an excellent grade counts against the unit is told; whether it is given is the unit's business. */
export const listIncentives = query('talent.inspector.incentives', {
  http: 'GET /talent/incentives',
  permission: 'inspector.read',
  classification: 'internal',
  summary: '一年内连续参加巡察的时间，及年度考核优秀是否不占名额',
  input: z.object({ year: z.int().min(2000).max(2100) }),
  output: z.object({ items: z.array(Incentive) }),
});
