/** 巡察组授权书: a team for one round (rules.md 1). */
import { form } from './form.js';

export const teamAuthorization = form('team-authorization', {
  needed: ['巡察组', '轮次', '组长', '授权日期'],
  example: {
    巡察组: '市委第一巡察组',
    轮次: '第十四届市委第一轮巡察',
    组长: '演示甲',
    副组长: '演示乙',
    组员: '演示丙、演示丁、演示戊',
    联络员: '演示己',
    对象: '演示镇党委、演示乡党委',
    授权日期: '2017年3月1日',
    审核日期: '2017年2月27日',
  },
});
