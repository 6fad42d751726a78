/** What belongs into each column of a roster, for whoever fills it in. */
import type { TemplateColumn } from '@xuncha/documents';
import { fields, forces, pools, ranks, sexes, specialities, titleOf, type Filled } from './columns.js';

type Told = Omit<TemplateColumn, 'title' | 'needed'> & { readonly needed?: true };
const oneOf = ({ chinese }: { readonly chinese: Readonly<Record<string, string>> }) => {
  const choices = Object.values(chinese);
  return { choices, says: `填其中一个：${choices.join('、')}。` };
};

const told: Readonly<Record<Filled, Told>> = {
  code: { needed: true, says: '字母、数字和 . _ -，一人一号，不能重复。', example: 'R001' },
  name: { needed: true, says: '加密保存。', example: '演示甲' },
  force: { needed: true, ...oneOf(forces), example: forces.chinese.borrowed },
  expert: { ...oneOf(pools), says: '干部库或专家库；不填即干部库。', example: pools.chinese.cadre },
  sex: { needed: true, ...oneOf(sexes), example: sexes.chinese.female },
  born: { needed: true, says: '例如 1980-05-01。', example: '1980-05-01' },
  partySince: { says: '例如 2005-07-01。', example: '2005-07-01' },
  organizationCode: { says: '所在单位在登记册中的代码；与单位名称填一处。', example: '' },
  unit: { says: '所在单位不在登记册中的，填名称。', example: '演示单位' },
  homeCode: { says: '籍贯所在乡镇或县在登记册中的代码，用于核对地域回避。', example: '' },
  rank: { needed: true, ...oneOf(ranks), example: ranks.chinese.section },
  specialities: {
    says: `${Object.values(specialities.chinese).join('、')}；几项之间用顿号。`,
    example: '财务、审计',
  },
  accountId: { says: '已有账号的，填其编号。', example: '' },
};

export const rosterTemplateColumns: readonly TemplateColumn[] = fields.map((field) => {
  const { needed = false, ...column } = told[field];
  return { ...column, needed, title: titleOf(field) };
});
