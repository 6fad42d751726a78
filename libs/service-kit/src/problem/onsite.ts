/** Refusals of onsite. */
import type { ProblemTable } from './problems.js';

export const onsiteProblems: ProblemTable = {
  'inspection.before-entry': [422, '日期早于进驻日期 {enteredOn}。'],
  'inspection.before-last-step': [422, '日期早于上一步的日期 {since}。'],
  'inspection.extended-by-nothing': [422, '请填写延长至哪一天，或延伸至哪个下属单位。'],
  'inspection.extended-into-the-past': [422, '延长至的日期 {until} 不在 {on} 之后。'],
  'inspection.justified-matters-open': [409, '重点积案轮次中，以下属实事项尚未办结，不得离开：{numbers}。'],
  'inspection.petitions-open': [409, '还有 {count} 件信访件未办结，不能归档。'],
  'inspection.findings-open': [409, '还有 {count} 个问题没有结果，不能归档。'],

  'taxonomy.code-taken': [409, '分类代码 {code} 已存在。'],
  'taxonomy.class-twice': [422, '类别代码重复：{classes}。'],

  'paper.second-signature-of-one-person': [403, '起草、审核、签批须是三个不同的人。'],
  'paper.not-its-author': [403, '只有起草人可以修改底稿。'],
  'paper.not-its-reviewer': [403, '底稿由副组长审核；副组长自己起草的，由另一副组长或巡察办审核。'],
  'paper.not-its-approver': [403, '底稿由组长签批；组长自己起草的，由另一副组长或巡察办签批。'],
  'paper.signed-before-written': [422, '审核日期早于起草日期 {draftedOn}。'],
  'paper.signed-before-review': [422, '签批日期早于审核日期 {reviewedOn}。'],

  'finding.no-paper': [422, '问题须由底稿确认。'],
  'finding.paper-not-signed-by-three': [409, '底稿尚未由三人签字齐全，不能据以确认问题。'],
  'finding.paper-of-another-inspection': [422, '底稿不属于这次巡察。'],
  'finding.before-its-paper': [422, '确认日期早于底稿签批日期 {signedOn}。'],
  'finding.title-names-person': [422, '问题标题要写入反馈，不得出现人名。'],
  'finding.class-unknown': [422, '没有这些类别，或已停用：{classes}。'],
  'finding.class-twice': [422, '同一类别填写了两次：{classes}。'],
  'finding.five-see-missing': [422, '以下问题的五见要素（人、事、单位、结果、责任）不全：{titles}。'],
  'finding.order-not-by-leader': [403, '只有组长可以责令立行立改。'],
  'finding.already-ordered': [409, '已责令立行立改，期限 {dueOn}。'],
  'finding.due-before-order': [422, '期限 {dueOn} 早于责令之日。'],
  'finding.merged-into-itself': [422, '不能并入自己。'],
  'finding.merged-elsewhere': [422, '只能并入同一次巡察的问题。'],
  'finding.rectification-ordered': [409, '已责令立行立改，不能再合并或不予采用。'],

  'report.exists': [409, '这次巡察已报送过报告，请在退回后修改再报。'],
  'report.findings-left-out': [409, '以下问题是报送之后确认的，请退回巡察组补入报告：{titles}。'],
  'report.findings-not-listed': [422, '有问题不在报告的清单上，或填写了两次。'],
  'report.findings-undecided': [422, '清单上的每一个问题都须决定处置。'],
  'report.reviewed-before-submission': [422, '审核日期早于报送日期 {submittedOn}。'],
  'report.hearing-unknown': [409, '还没有收到这次会议的记录，请稍后再试。'],
  'report.hearing-of-other-rounds': [422, '这次会议没有听取本轮次的汇报。'],
  'report.heard-before-review': [422, '会议日期早于报告审核日期 {reviewedOn}。'],
  'report.decided-before-hearing': [422, '决定日期早于会议日期 {heardOn}。'],

  'feedback.exists': [409, '这次巡察的反馈意见已拟定。'],
  'feedback.names-person': [422, '反馈意见不得出现人名。'],
  'feedback.not-its-signer': [403, '由主要负责人签收；巡察办另行指定的，由被指定的人签收。'],
  'feedback.before-last-step': [422, '日期早于上一步的日期 {since}。'],

  'clue.source-of-another-inspection': [422, '线索所出自的问题或信访件不属于这次巡察。'],
  'clue.handed-over': [409, '线索内容已交出，本处只留编号。'],

  'petition.content-names-sender': [422, '内容中不得写出反映人的姓名或联系方式。'],
  'petition.assignee-outside-team': [422, '只能交给这次巡察的巡察组成员。'],
  'petition.not-its-assignee': [403, '由承办人报告核实结果。'],
  'petition.referred-to-unit-complained-about': [422, '信访件不得转给被反映的单位。'],
  'petition.identity-without-consent': [422, '未经反映人同意，转办时不得附其身份。'],
  'petition.unnamed': [409, '这件信访件没有署名。'],
  'petition.sender-not-asked-for': [409, '今天没有人申请查看反映人身份，或已同意。'],
  'petition.second-custodian-needed': [403, '反映人身份须由两名保管员一同、在同意的当日查看。'],
};
