/** The village that is inspected by hand, and what is found there: all of it invented. */
import type { Role } from '@xuncha/contracts';
import { addDays, dateIn } from '@xuncha/domain-kit';

export const village = '演示甲村';
export const authority = '演示纪检监察机关';
export const team = '第一巡察组';
export const people = ['演示组长一', '演示副组长一', '演示组员一', '演示组员二', '演示组员三'];
export const round = '演示第一轮巡察';
export const finding = '村级工程款支付未经集体研究';
/** One of the ten that teams usually ask for. */
export const material = '党组织会议、班子会议记录和纪要';
export const paper = {
  事项: finding,
  内容: '二〇二五年村道硬化工程的三笔付款没有会议记录，出纳凭村主任签字支付。',
  '证据 1 的来源': '查阅资料',
  '证据 1 的说明': '记账凭证十二号至十四号',
  '证据 2 的来源': '个别谈话',
  '证据 2 的说明': '出纳谈话记录',
};
const rows = [
  '代码,名称,类别,上级代码,村社类型,负责人,任职日期',
  '330381,演示瑞安市,县（市、区）,,,,',
  '330381100,演示甲镇,乡镇（街道）,330381,,演示丙一,2025-03-01',
  '330381100201,演示甲村,村（社区）,330381100,村,演示丙二,2025-03-01',
  'O001,演示纪检监察机关,市直单位,330381,,,',
].join('\n');
export const register = { name: '登记册.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };

/** Who has no part in it, and has pages all the same. */
export const furtherRoles = [
  'systemAdministrator',
  'auditAdministrator',
  'petitionCustodian',
  'organizationDepartment',
  'observer',
] as const satisfies Role[];

/** So many days from today in Asia/Shanghai. */
export const days = (count: number): string => addDays(dateIn(new Date()), count);
