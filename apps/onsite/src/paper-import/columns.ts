/** Which column of a table of findings holds what, and the words in its cells. */
import { EvidenceSource } from '@xuncha/contracts';
import { columnsOf, type Columns, type Line, type Titles } from '@xuncha/domain-kit';

const titles = {
  number: ['number', '序号', '编号', '问题编号'],
  matter: ['matter', '问题', '问题标题', '事项', '标题'],
  facts: ['facts', '主要事实', '具体表现', '事实'],
  category: ['category', '问题类别', '类别', '分类', '问题分类'],
  basis: ['basis', '依据', '违反条款', '所依据的条款'],
  responsible: ['responsible', '责任单位', '责任部门'],
  source: ['source', '证据来源'],
  note: ['note', '证据说明', '证据'],
  otherSource: ['otherSource', '证据来源二', '证据来源2'],
  otherNote: ['otherNote', '证据说明二', '证据说明2', '证据二'],
} satisfies Titles<string>;
export type Field = keyof typeof titles;
export type PaperColumns = Columns<Field>;
export const titleOf = (field: Field): string => titles[field][1]!;

export function paperColumns(header: Line | undefined): PaperColumns {
  return columnsOf<Field>(header, titles, [['number'], ['matter'], ['facts'], ['source'], ['note']]);
}

const chinese: Readonly<Record<EvidenceSource, string>> = {
  document: '查阅资料',
  interview: '个别谈话',
  siteCheck: '实地查看',
  householdVisit: '入户走访',
  phoneSpotCheck: '电话随机问询',
  dataComparison: '数据比对',
  petition: '信访件',
};
export const sourceChoices = EvidenceSource.options.map((source) => chinese[source]);
export const sources: ReadonlyMap<string, EvidenceSource> = new Map(
  EvidenceSource.options.flatMap((source) =>
    [source, chinese[source]].map((word) => [word, source] as const),
  ),
);
