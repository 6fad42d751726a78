/** What belongs into each column of a table of findings, for whoever fills it in. */
import type { TemplateColumn } from '@xuncha/documents';
import { sourceChoices, titleOf, type Field } from './columns.js';

type Told = Omit<TemplateColumn, 'title' | 'needed'> & { readonly needed?: true };

const told: Readonly<Record<Field, Told>> = {
  number: {
    needed: true,
    says: '本次巡察内一个问题一个号，不重复；再次导入时靠它认出已导入的问题。',
    example: '1',
    width: 10,
  },
  matter: { needed: true, says: '一事一行，不写人名，二百字以内。', example: '村级资金未公开', width: 30 },
  facts: {
    needed: true,
    says: '查明的事实和具体表现，写入底稿内容。',
    example: '经查阅账册，三笔支出未在公开栏公开。',
    width: 50,
  },
  category: { says: '建议的问题类别，写入底稿内容；确认问题时再正式分类。', example: '村务公开' },
  basis: { says: '所依据的条款，写入底稿内容。', example: '村务公开办法', width: 30 },
  responsible: { says: '责任单位，写入底稿内容。', example: '演示村' },
  source: {
    needed: true,
    says: `填其中一个：${sourceChoices.join('、')}。`,
    choices: sourceChoices,
    example: sourceChoices[0]!,
  },
  note: {
    needed: true,
    says: '证据是什么、在哪里；文件可在底稿中再附。',
    example: '二〇一七年账册',
    width: 30,
  },
  otherSource: {
    says: '第二项证据的来源；两类来源才互相印证。',
    choices: sourceChoices,
    example: sourceChoices[1]!,
  },
  otherNote: { says: '填了第二个来源，就要填它的说明。', example: '与村会计的谈话', width: 30 },
};

export const paperTemplateColumns: readonly TemplateColumn[] = Object.entries(told).map(
  ([field, { needed = false, ...column }]) => ({ ...column, needed, title: titleOf(field as Field) }),
);
