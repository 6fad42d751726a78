/** What belongs into each column of a register's file, for whoever fills it in. */
import type { TemplateColumn } from '@xuncha/documents';
import { titleOf, type Filled } from './columns.js';
import { kindChoices } from './entries.js';

type Told = Omit<TemplateColumn, 'title' | 'needed'> & { readonly needed?: true };

const told: Readonly<Partial<Record<Filled, Told>>> = {
  code: {
    needed: true,
    says: '每个组织一个，不重复；有区划代码的用区划代码，其他的自编，例如 M001。以后不变。',
    example: '330381001001',
  },
  name: { needed: true, says: '组织的全称，一百字以内。', example: '演示村', width: 30 },
  kind: {
    needed: true,
    says: `填其中一个：${kindChoices.join('、')}。`,
    choices: kindChoices,
    example: '村（社区）',
  },
  parentCode: {
    says: '上级组织的代码；上级在同一个文件里，或已经登记。最上级的不填。',
    example: '330381001',
  },
  villageType: { says: '只有村（社区）才填：村，或社区。', choices: ['村', '社区'], example: '村' },
  category: { says: '本地自己的分法，例如 党群部门、经济部门。', example: '' },
  divisionCode: { says: '没有行政区划的单位不填。', example: '330381001001' },
  headName: { says: '现任主要负责人的姓名；空缺的不填。', example: '演示甲' },
  headSince: { says: '例如 2026-03-01；填了任职日期就要填负责人。', example: '2026-03-01' },
};

export const registerTemplateColumns: readonly TemplateColumn[] = Object.entries(told).map(
  ([field, { needed = false, ...column }]) => ({ ...column, needed, title: titleOf(field as Filled) }),
);
