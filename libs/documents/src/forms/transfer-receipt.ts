/** 线索移交签收回执: how many clues an organ signed for, and when (rules.md 8). */
import { form } from './form.js';

export const transferReceipt = form('transfer-receipt', {
  needed: ['文号', '接收机关', '线索件数', '签收人', '签收日期'],
  example: {
    文号: '试巡移〔2017〕4号',
    接收机关: '演示市纪律检查委员会',
    线索件数: '2件',
    快速移交: '是',
    移送日期: '2017年4月11日',
    签收期限: '2017年4月14日',
    签收人: '演示甲',
    签收日期: '2017年4月12日',
  },
});
