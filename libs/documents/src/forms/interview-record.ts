/** 个别谈话记录; whom it was with is written in by hand: no record says so. */
import { form } from './form.js';

export const interviewRecord = form('interview-record', {
  needed: ['谈话日期', '谈话内容'],
  example: {
    被巡察党组织: '演示镇党委',
    谈话日期: '2017年3月15日',
    记录人: '演示甲',
    事由: '了解村级集体资产管理情况',
    谈话内容:
      '村里的厂房、门面和鱼塘由村委会口头发包，没有签合同，承包费由村会计代收。\n2016年没有公布过承包费的收支。',
  },
});
