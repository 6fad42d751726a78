/** 意见回执 for a plan and for the reports, two of Beilun's three forms (NB17-8). */
import { form } from './form.js';

const slip = {
  needed: ['文号', '被巡察党组织', '结论', '意见', '日期'],
  example: {
    文号: '试巡回〔2017〕3号',
    被巡察党组织: '演示镇党委',
    结论: '退回修改',
    意见: '第二项措施没有完成时限，第三项责任人不明确，请补充后重新报送。',
    日期: '2017年6月20日',
    签收人: '演示甲',
    签收日期: '2017年6月21日',
  },
} as const;
type Slip = Record<keyof typeof slip.example, string>;

const needed = [...slip.needed];
export const planOpinionSlip = form<Slip>('plan-opinion-slip', { needed, example: slip.example });
export const reportsOpinionSlip = form<Slip>('reports-opinion-slip', { needed, example: slip.example });
