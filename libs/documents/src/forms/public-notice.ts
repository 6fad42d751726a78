/** 巡察公告, put up where the inspection takes place; how to reach the team is written in by hand. */
import { form } from './form.js';

export const publicNotice = form('public-notice', {
  needed: ['被巡察党组织', '巡察组', '进驻日期'],
  example: {
    被巡察党组织: '演示镇党委',
    巡察组: '市委第一巡察组',
    巡察种类: '常规巡察',
    进驻日期: '2017年3月6日',
    离开日期: '2017年4月20日',
    起始日期: '2012年11月15日',
    举报网址: 'https://jubao.example/330381',
  },
});
