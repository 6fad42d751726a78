/** 抽调函: whom the office asks for, and from when to when (HZ16-14). */
import { form } from './form.js';

export const callUpRequest = form('call-up-request', {
  needed: ['文号', '姓名', '起', '止', '发函日期'],
  example: {
    文号: '试抽〔2017〕5号',
    姓名: '演示甲',
    起: '2017年3月1日',
    止: '2017年5月31日',
    发函日期: '2017年2月16日',
    答复: '同意抽调',
    答复日期: '2017年2月20日',
  },
});
