/** 领导班子评价报告, the second of two reports and one list (NB17-10). */
import { form } from './form.js';

export const leadershipEvaluation = form('leadership-evaluation', {
  needed: ['被巡察党组织', '评价', '报送日期'],
  example: {
    被巡察党组织: '演示镇党委',
    巡察组: '市委第一巡察组',
    评价: [
      '一、总体评价',
      '领导班子能够贯彻上级决策部署，班子成员分工明确、配合较好。',
      '二、存在的不足',
      '（一）主体责任压得不够实。对村级集体“三资”管理情况研究不多、检查不细。',
      '（二）工作作风不够扎实。部分班子成员下村走访少，对惠民政策落实情况掌握不全。',
    ].join('\n'),
    报送日期: '2017年5月8日',
  },
});
