import { form } from './form.js';

export const supervisionOrder = form('supervision-order', {
  needed: ['文号', '被督办单位', '督办事项', '期限'],
  example: {
    文号: '试巡督〔2017〕6号',
    被督办单位: '演示镇党委',
    督办事项: '完成巡察整改事项',
    所涉问题: '12宗集体资产未登记入账，7宗发包未签书面合同',
    期限: '2017年8月31日',
    督办日期: '2017年9月1日',
  },
});
