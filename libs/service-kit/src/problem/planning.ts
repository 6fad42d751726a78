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

  'register.rows-invalid': [
    422,
    '登记册文件有 {total} 处错误，一条也没有导入。请按所列的行和列改正后重新上传。',
  ],
  'register.empty': [422, '登记册文件中没有内容。'],
  'register.too-many-rows': [422, '登记册文件的行数过多，最多 {limit} 行。请分成几个文件，上级组织在先。'],
  'register.csv-malformed': [422, '第 {row} 行附近的引号不成对，无法按 CSV 读取。'],
  'register.kind-and-level': [422, '“类别”和“层级”只能有一列。'],
  // One cell each, within `register.rows-invalid`.
  'register.column-unknown': [422, '不认识这一列，请改名或删去。'],
  'register.column-twice': [422, '这一列出现了两次。'],
  'register.column-missing': [422, '缺少这一列。'],
  'register.cell-missing': [422, '此格必填。'],
  'register.cell-malformed': [422, '此格的格式不正确，或内容过长。'],
  'register.cell-unknown': [422, '此格不是认识的类别。'],
  'register.code-twice': [422, '代码与第 {sameAsRow} 行重复。'],
  'register.code-ended': [422, '此代码的组织已合并或撤销。'],
  'register.registered-otherwise': [422, '此代码已登记，内容与此格不同。变更请在登记册中办理。'],
  'register.parent-unknown': [422, '文件和登记册中都没有这个上级代码。'],
  'register.parent-ended': [422, '上级组织已合并或撤销。'],
  'register.cycle': [422, '上级关系成环。'],
  'register.since-without-head': [422, '填了任职日期而没有填负责人。'],

  'term.too-short': [422, '末日 {lastDay} 不在首日 {firstDay} 之后。'],
  'term.too-long': [422, '一届为五年，最长不超过六年（{latest}）。'],
  'term.overlaps': [422, '与“{name}”（{firstDay} 至 {lastDay}）重叠。'],
  'term.approved-by-proposer': [403, '提出届次的人不能批准它。'],
};
