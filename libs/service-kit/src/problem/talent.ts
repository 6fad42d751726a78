/** Refusals of talent. */
import type { ProblemTable } from './problems.js';

export const talentProblems: ProblemTable = {
  'talent.organization-unknown': [422, '登记册中没有这个单位或地方。刚登记的请稍后再试。'],

  'inspector.code-taken': [409, '人员编号 {code} 已登记。'],
  'inspector.account-taken': [409, '此账号已属于另一名人员。'],
  'inspector.age': [422, '出生日期不对：{age} 岁不在 {least} 至 {most} 岁之间。'],
  'inspector.unit-either': [422, '单位须填一处：登记册中的单位，或单位名称，不能都填或都不填。'],
  'inspector.career-backwards': [422, '履历的结束日期 {to} 早于开始日期 {from}。'],
  'inspector.kin-without-place': [422, '亲属须填所在单位，或指明是人才库中的哪一位。'],
  'inspector.kin-unknown': [422, '所填的亲属不在人才库中。'],
  'inspector.own-kin': [422, '自己不能是自己的亲属。'],
  'inspector.kin-twice': [422, '同一名亲属填了两次。'],
  'inspector.kin-loop': [422, '亲属关系成环：没有人是自己的长辈。'],
  'inspector.entry-age': [422, '入库时不超过 {oldest} 岁，现为 {age} 岁。'],
  'inspector.entry-party': [422, '入库须党龄满 {partyYears} 年。'],
  'inspector.entry-training': [422, '相对固定人员入库前须参加过培训。'],
  'inspector.training-recorded': [409, '{on} 的这项培训（{course}）已记录。'],
  'inspector.post-backwards': [422, '岗位的结束日期 {to} 早于开始日期 {from}。'],
  'inspector.post-overlaps': [422, '与已记录的巡察岗位时间重叠。'],
  'inspector.not-in-round': [422, '此人没有参加这一轮，不能就这一轮考核。'],
  'inspector.assessed': [409, '这一轮的考核已记录。'],
  'inspector.rank-not-higher': [422, '晋升后的职级须高于现职级。'],
  'inspector.promotion-before-last': [422, '早于上一次晋升的日期 {last}。'],

  'call-up.backwards': [422, '抽调的结束日期 {until} 早于开始日期 {from}。'],
  'call-up.not-in-pool': [422, '此人不在库（{state}），不能抽调。'],
  'call-up.full-time': [422, '专职人员不需抽调。'],
  'call-up.requested-already': [409, '本轮已为此人发过抽调函。'],
  'call-up.refused-without-reason': [422, '不同意抽调须说明理由。'],
  'call-up.answered-by-requester': [403, '发函的人不能答复自己的函。'],
  'call-up.over': [422, '抽调期已于 {until} 届满，不能再报到。'],
  'call-up.ended-before-start': [422, '早于报到日期 {startedOn}。'],
};
