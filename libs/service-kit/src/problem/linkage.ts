/** Refusals of linkage. */
import type { ProblemTable } from './problems.js';

export const linkageProblems: ProblemTable = {
  'peer.itself': [422, '站点不能与自己建立联系。'],
  'peer.mode-differs': [422, '演练站点与正式站点之间不能建立联系。'],
  'peer.own-proposal': [403, '这是本站点提出的，须由对方站点同意。'],
  'peer.exists': [409, '与站点 {peerSite} 已建立联系，或已向其提出，正待对方同意。'],
  'peer.has-city': [409, '本站点已有上级站点，或已向另一上级站点提出；请先终止或撤回。'],
  'peer.no-city': [422, '本站点还没有上级站点，请先建立联系再报送。'],
  'peer.not-joined': [422, '与站点 {site} 的联系尚未建立或已终止。'],
  'statistics.period-reversed': [422, '统计期的开始日期晚于结束日期。'],
  'statistics.period-not-over': [422, '统计期到 {to} 才结束，今天是 {today}，还不能报送。'],
  'statistics.sender-recused': [
    403,
    '您对某个被巡察党组织负有回避义务，看到的数字不含该组织，请由他人报送。',
  ],
  'filing.exists': [409, '这一轮次已经报备。'],
  'filing.not-special': [422, '只有专项巡察须向上级报备。'],
  'filing.round-not-ahead': [422, '轮次须在批准之后、进驻之前报备，现在不在这一段。'],
  'filing.too-late': [422, '专项巡察 {startsOn} 开始，最迟应在 {by} 报备。'],
  'filing.other-side': [403, '这一步由对方站点来做。'],
};
