import type { Chance } from '../chance.js';
import { keyProject, livelihood, violation } from './taxonomies.js';

/** What findings say, by the class that decides; all of it invented. */
const titles: readonly (readonly [subject: string, titles: readonly string[]])[] = [
  [
    keyProject,
    [
      '工程变更未按程序报批',
      '隐蔽工程验收资料不全',
      '工程款支付超合同进度',
      '征地补偿款拨付不及时',
      '监理人员未按约定到岗',
      '施工单位违规分包',
      '工期滞后未按约定追究责任',
      '招标文件资格条件设置不规范',
    ],
  ],
  [
    livelihood,
    [
      '低保对象审核不严',
      '惠农补贴发放滞后',
      '困难群众慰问金发放记录不全',
      '危房改造补助核查不到位',
      '农村饮水设施建成后无人管护',
      '残疾人补贴漏发',
      '救灾物资发放未公示',
      '低收入农户建档信息失真',
    ],
  ],
  [
    violation,
    [
      '违规发放津贴补贴',
      '公务接待报销手续不全',
      '村集体资金白条入账',
      '集体资产出租未经公开招租',
      '超标准配备办公用房',
      '公款存放未经集体决策',
      '重大事项未经集体研究',
      '小型工程化整为零规避招投标',
    ],
  ],
  ['', ['党员大会召开次数不足', '党费收缴台账不规范', '议事记录过于简单', '党务公开更新不及时']],
];

const clauses = ['第（一）项', '第（二）项', '第（三）项', '第（四）项', '第（五）项'];

export function titleOf(classes: readonly string[], chance: Chance): string {
  const [, fitting] = titles.find(([subject]) => subject === '' || classes.includes(subject))!;
  return chance.pick(fitting);
}

/** The article of the regulation that says what inspection looks at. */
export function clauseOf(chance: Chance): string {
  return `《中国共产党巡视工作条例》第十五条${chance.pick(clauses)}`;
}
