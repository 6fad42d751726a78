/** What each service is for, in the words of the API documents. */
export const services: Readonly<Record<string, string>> = {
  identity: '身份：站点、账号、角色、回避、登录',
  planning: '计划：登记册、届次、轮次、任务、会议、覆盖率',
  onsite: '现场：巡察、活动、信访件、底稿、问题、报告、反馈',
  talent: '人才：人员、人才库、抽调、组建巡察组、回避',
  clues: '线索：研判、移交、签收、处置、办理结果',
  rectification: '整改：方案、事项、销号、整改报告、成效、评估',
  insight: '数据：指标及其背后的记录',
  linkage: '联动：上下级站点的联系、报送与报备',
  gateway: '网关：更新推送',
};
