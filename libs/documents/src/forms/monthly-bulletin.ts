/** 巡察工作通报: what was done in a month, in figures (RA17-7). */
import { form } from './form.js';

export const monthlyBulletin = form('monthly-bulletin', {
  needed: ['时段', '指标'],
  example: {
    时段: '2017年4月1日至2017年4月30日',
    日期: '2017年4月30日',
    指标: [
      { 说明: '已有巡察组进驻的被巡察党组织数，一个组织只计一次（不含乡镇自巡）', 数值: '12' },
      { 说明: '发现的问题数', 数值: '86' },
      { 说明: '已销号的整改事项占全部整改事项的比率', 数值: '57%' },
      { 说明: '追回的资金', 数值: '71.3万元' },
    ],
  },
});
