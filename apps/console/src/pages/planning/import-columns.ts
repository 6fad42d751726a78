/** The columns of a register's file, as the service reads them by their titles. */
import { inputs } from 'virtual:fields';
import { valueWord } from '../../words/words.js';

export interface ImportColumn {
  readonly title: string;
  readonly needed: boolean;
  readonly says: string;
}

function kinds(): string {
  const field = inputs.registerOrganization?.kind;
  return field?.type === 'choice'
    ? field.values.map((kind) => valueWord('OrganizationKind', kind)).join('、')
    : '';
}

export function importColumns(): readonly ImportColumn[] {
  return [
    {
      title: '代码',
      needed: true,
      says: '每个组织一个，不重复；有区划代码的用区划代码，其他的自编，例如 M001。以后不变。',
    },
    { title: '名称', needed: true, says: '组织的全称，一百字以内。' },
    { title: '类别', needed: true, says: `填其中一个：${kinds()}。` },
    {
      title: '上级代码',
      needed: false,
      says: '上级组织的代码；上级在同一个文件里，或已经登记。最上级的不填。',
    },
    { title: '村社类型', needed: false, says: '只有村（社区）才填：村，或社区。' },
    { title: '分类', needed: false, says: '本地自己的分法，例如 党群部门、经济部门。' },
    { title: '区划代码', needed: false, says: '没有行政区划的单位不填。' },
    { title: '负责人', needed: false, says: '现任主要负责人的姓名；空缺的不填。' },
    { title: '任职日期', needed: false, says: '例如 2026-03-01；填了任职日期就要填负责人。' },
  ];
}
