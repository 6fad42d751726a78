/** 提醒函 to whoever became head while rectification was under way. */
import { form } from './form.js';

export const newHeadReminder = form('new-head-reminder', {
  needed: ['负责人', '任职日期', '被巡察党组织', '事项'],
  example: {
    负责人: '演示甲',
    被巡察党组织: '演示镇党委',
    任职日期: '2017年7月10日',
    整改开始日期: '2017年6月12日',
    日期: '2017年7月14日',
    未完成数: '2',
    事项: [
      {
        问题: '12宗集体资产未登记入账，7宗发包未签书面合同',
        措施: '登记入账，补签合同，追缴承包费',
        期限: '2017年8月10日',
      },
      {
        问题: '4个村党支部“三会一课”记录补记',
        措施: '修订记录办法，按季检查',
        期限: '2017年8月12日',
      },
    ],
  },
});
