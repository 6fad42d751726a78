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

  'register.kind-and-level': [422, '“类别”和“层级”只能有一列。'],
  // One cell each, within `table.rows-invalid`.
  'register.code-twice': [422, '代码与第 {sameAsRow} 行重复。'],
  'register.code-ended': [422, '此代码的组织已合并或撤销。'],
  'register.registered-otherwise': [
    422,
    '此代码已登记，内容与此格不同。变更请在登记册中办理，或先从登记册导出，在导出的表里改。',
  ],
  'register.changed-since': [422, '导出以后，登记册里的这一行又有变动。请重新导出，在新表里改。'],
  'register.of-system': [422, '这一列由系统填写，不能在表里改。请改回原样。'],
  'register.of-system-blank': [422, '这一列由系统填写，新登记的组织请留空。'],
  'register.ends-in-ledger': [
    422,
    '合并和撤销不能在表里改。请改回原样，再到登记册中打开这个组织，办理“并入另一组织”或“撤销组织”。',
  ],
  'register.code-changed': [
    422,
    '登记册中没有这个代码，而这一行是从登记册导出的。代码登记后不变，请改回原样；要新登记一个组织，请把这一行的“版本”清空。',
  ],
  'register.parent-by-code': [
    422,
    '换上级请改“上级代码”，只改名称不算。上级改了名称的，请在它自己那一行改，或重新导出。',
  ],
  'register.parent-code-cleared': [
    422,
    '上级代码空了，上级组织还在。改为没有上级的，请把“上级组织”也清空；不改的，请填回上级代码。',
  ],
  'register.since-cleared': [422, '任职日期不能清空。请改回原样；换人的，请同时改“主要负责人”。'],
  'register.since-before-last': [422, '任职日期早于登记册中的任职日期，请核对。'],
  'register.parent-unknown': [422, '文件和登记册中都没有这个上级代码。'],
  'register.parent-ended': [422, '上级组织已合并或撤销。'],
  'register.cycle': [422, '上级关系成环。'],
  'register.since-without-head': [422, '填了任职日期而没有填负责人。'],

  'term.too-short': [422, '末日 {lastDay} 不在首日 {firstDay} 之后。'],
  'term.too-long': [422, '一届为五年，最长不超过六年（{latest}）。'],
  'term.overlaps': [422, '与“{name}”（{firstDay} 至 {lastDay}）重叠。'],
  'term.approved-by-proposer': [403, '提出届次的人不能批准它。'],

  'round.way-twice': [422, '同一种方式只填一次。'],
  'round.theme-missing': [422, '专项巡察须填写主题。'],
  'round.theme-of-routine': [422, '常规巡察没有主题。'],
  'round.lead-organization': [422, '乡镇（街道）自行巡察的轮次须指明派出的乡镇（街道），其他轮次不填。'],
  'round.examined-backwards': [422, '巡察监督的截止日期早于起始日期。'],
  'round.batch-backwards': [422, '第 {batch} 批的离开日期早于进驻日期。'],
  'round.batches-disordered': [422, '第 {batch} 批的进驻日期早于前一批。'],
  'round.batch-in-use': [422, '第 {batch} 批已有任务，不能删去。'],
  'round.outside-term': [422, '第 {batch} 批的日期不在本届（{firstDay} 至 {lastDay}）之内。'],
  'round.term-not-approved': [422, '“{name}”的起止日期尚未批准。'],
  'round.approved-by-submitter': [403, '报批的人不能批准自己报的轮次。'],
  'round.assignments-open': [409, '还有任务没有报告、反馈并开立整改，也没有取消，轮次不能结束。'],

  'team.not-authorized': [409, '{designation}在本轮尚未授权，或授权已终止，任务不能下达。'],
  'team.member-recused': [422, '有组员须回避所安排的被巡察党组织。'],
  'team.not-cleared': [409, '该组对所安排的被巡察党组织尚未完成回避审核，或有人须回避，任务不能下达。'],
  'assignment.round-not-teaming': [409, '轮次当前状态不能安排任务。'],
  'assignment.batch-unknown': [422, '本轮只有 {batches} 批。'],
  'assignment.organization-twice': [422, '同一组织在任务中出现了两次。'],
  'assignment.organization-taken': [409, '有组织在本轮已安排给另一项任务，一轮只巡察一次。'],
  'assignment.organization-not-of-it': [422, '这个组织不在该任务中。'],

  'hearing.round-not-underway': [422, '所听取的轮次尚未进驻，或已取消。'],
  'hearing.round-twice': [422, '同一轮次出现了两次。'],
  'hearing.not-led-by-township': [422, '乡镇（街道）党（工）委只听取自己派出的轮次。'],

  'archive-file.nothing-yet': [422, '轮次尚未批准、任务尚未下达，或已取消，没有可以归档的文件。'],
  'archive-file.of-other-round': [422, '所选的任务不在这一轮中。'],
  'archive-file.opened-already': [409, '这一轮或这项任务已经有案卷，请打开原来的案卷。'],
  'archive-file.line-unknown': [404, '卷内目录中没有这一件，可能刚被取出。'],
  'archive-file.organization-not-of-it': [422, '这个党组织不在案卷所属的任务中。'],
  'archive-file.filed-twice': [422, '同一个文件已经归入，题名是“{title}”。请核对是不是选错了文件。'],
  'archive-file.full': [422, '一个案卷至多 {most} 件，合计不超过 3 GB。'],
  'archive-file.nothing-filed': [422, '这一件还没有归入，不用取出。'],
  'archive-file.is-filed': [422, '这一件已经归入（“{title}”），不是缺件。归错了请先取出。'],
  'archive-file.work-not-over': [409, '工作还没有结束：任务完成、轮次结束以后，案卷才能整理完毕。'],
  'archive-file.incomplete': [409, '还有 {count} 件应归档的没有归入。请归入，或注明缺件原因。'],
  'archive-file.empty': [409, '案卷里还没有一件文件。'],
  'archive-file.not-closed': [409, '案卷还没有整理完毕，没有移交包。'],
  'archive-file.handed-over-before-closed': [422, '移交日期早于整理完毕的日期 {since}。'],

  'coverage.day-outside-term': [422, '{day} 不在本届（{firstDay} 至 {lastDay}）之内。'],
};
