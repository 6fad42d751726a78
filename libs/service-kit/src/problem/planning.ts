/** Refusals of planning. */
import type { ProblemTable } from './problems.js';

export const planningProblems: ProblemTable = {
  'organization.code-taken': [409, '代码 {code} 已登记。'],
  'organization.cycle': [422, '上级组织不能是自己或自己的下级。'],
  'organization.merged-into-itself': [422, '不能并入自己。'],
  'organization.not-active': [422, '组织 {code} 已合并或撤销。'],
  'organization.ended-before-registered': [422, '结束日期早于登记日期 {registeredOn}。'],
  'organization.head-before-last': [422, '早于现任负责人的任职日期 {since}。'],
  'organization.village-type-of-no-village': [422, '只有村（社区）才能填写村社类型。'],
};
