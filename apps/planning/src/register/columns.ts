/** Which column of a register holds what, by its Chinese or English title. */
import { refuse, refuseIf } from '@xuncha/domain-kit';
import { Faults } from './faults.js';
import type { Line } from './lines.js';

const titles = {
  code: ['code', '代码', '编码', '组织代码', '统计代码'],
  name: ['name', '名称', '组织名称', '单位名称'],
  kind: ['kind', '类别', '组织类别', '类型'],
  // The statistical divisions' own format says the kind by the level.
  level: ['level', '层级', '级别'],
  parentCode: ['parentCode', '上级代码', '上级组织代码', '上级编码'],
  villageType: ['villageType', '村社类型', '村（社区）类型'],
  category: ['category', '分类', '类目'],
  divisionCode: ['divisionCode', '区划代码', '行政区划代码'],
  headName: ['head', 'headName', '负责人', '主要负责人', '书记'],
  headSince: ['headSince', '任职日期', '负责人任职日期'],
} as const;
export type Field = keyof typeof titles;

/** Where each field stands, and what the file itself calls it. */
export type Columns = Readonly<Partial<Record<Field, { readonly index: number; readonly title: string }>>>;

const known = new Map(
  Object.entries(titles).flatMap(([field, names]) => names.map((name) => [plain(name), field as Field])),
);

/** Refuses titles that are unknown, repeated or missing: a column that nobody reads would be lost in silence. */
export function columnsOf(header: Line | undefined): Columns {
  if (!header) return refuse('register.empty');
  const faults = new Faults();
  const columns: Partial<Record<Field, { index: number; title: string }>> = {};
  header.cells.forEach((title, index) => {
    if (title === '') return;
    const field = known.get(plain(title));
    const code = !field ? 'register.column-unknown' : columns[field] ? 'register.column-twice' : null;
    if (code) faults.add({ row: header.row, column: title, code });
    else columns[field!] = { index, title };
  });
  const needed = [['code'], ['name'], ['kind', 'level']] as const;
  for (const choices of needed)
    if (!choices.some((field) => columns[field]))
      faults.add({ row: header.row, column: titles[choices[0]][1], code: 'register.column-missing' });
  faults.refuseAny();
  refuseIf(!!columns.kind && !!columns.level, 'register.kind-and-level');
  return columns;
}

/** `Parent_Code`, `parentCode` and `* parent code` are one title. */
function plain(title: string): string {
  return title.toLowerCase().replaceAll(/[\s_*＊-]/g, '');
}
