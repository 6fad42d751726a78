/** 十项材料清单: what an organization is to supply, with a receipt for each item (RA17-4). */
import { form } from './form.js';

export const materialList = form('material-list', {
  needed: ['被巡察党组织', '巡察组'],
  example: {
    被巡察党组织: '演示镇党委',
    巡察组: '市委第一巡察组',
    进驻日期: '2017年3月6日',
    起始日期: '2012年11月15日',
  },
});
