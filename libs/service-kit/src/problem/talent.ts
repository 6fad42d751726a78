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

  // One cell each, within `table.rows-invalid`.
  'roster.code-twice': [422, '人员编号与第 {sameAsRow} 行重复。'],
  'roster.account-twice': [422, '账号与第 {sameAsRow} 行重复。'],
  'roster.registered-otherwise': [422, '此编号已登记，内容与此格不同。变更请在人员档案中办理。'],

  'call-up.backwards': [422, '抽调的结束日期 {until} 早于开始日期 {from}。'],
  'call-up.not-in-pool': [422, '此人不在库（{state}），不能抽调。'],
  'call-up.full-time': [422, '专职人员不需抽调。'],
  'call-up.requested-already': [409, '本轮已为此人发过抽调函。'],
  'call-up.refused-without-reason': [422, '不同意抽调须说明理由。'],
  'call-up.answered-by-requester': [403, '发函的人不能答复自己的函。'],
  'call-up.over': [422, '抽调期已于 {until} 届满，不能再报到。'],
  'call-up.ended-before-start': [422, '早于报到日期 {startedOn}。'],

  'team.round-unknown': [409, '本轮尚未批准，或批准的消息尚未到达，请稍后再试。'],
  'team.round-over': [409, '本轮已结束或取消。'],
  'team.proposed-already': [409, '{designation}在本轮的人选已提出。'],
  'team.member-twice': [422, '同一人在组内出现了两次。'],
  'team.size': [422, '巡察组应有 {least} 至 {most} 人，现有 {size} 人。'],
  'team.one-leader': [422, '巡察组须有一名组长，现有 {leaders} 名。'],
  'team.deputies': [422, '巡察组须有一至两名副组长，现有 {deputies} 名。'],
  'team.member-not-in-pool': [422, '有组员不在库（{state}），不能入组。'],
  'team.rank': [422, '组长、副组长须从规定的职级中选任（{ranks}），所提人选为 {rank}。'],
  'team.member-elsewhere': [409, '有人选同时在另一个巡察组，一人一时只在一个组。'],
  'team.member-without-account': [422, '有组员还没有账号，不能授权。'],
  'team.without-assignment': [409, '尚未给该组安排任务，无从审核回避；刚安排的请稍后再试。'],
  'team.recused': [422, '有组员须回避所安排的被巡察党组织，须更换人选或调整任务。'],
  'team.authorized-by-proposer': [403, '提出人选的人不能授权。'],
  'team.unchanged': [422, '组员没有变化。'],

  'composition.nothing-found': [409, '这次组建没有找到可提出的人选。'],
};
