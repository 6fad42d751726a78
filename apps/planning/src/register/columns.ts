/** Which column of a register holds what, by its Chinese or English title. */
import { columnsOf, refuseIf, type Columns, type Line, type Titles } from '@xuncha/domain-kit';

const titles = {
  code: ['code', '代码', '编码', '组织代码', '统计代码'],
  name: ['name', '名称', '组织名称', '单位名称'],
  kind: ['kind', '类别', '组织类别', '类型'],
  // The statistical divisions' own format says the kind by the level.
  level: ['level', '层级', '级别'],
  parentCode: ['parentCode', '上级代码', '上级组织代码', '上级编码'],
  villageType: ['villageType', '村社类型', '村居类型', '村（社区）类型'],
  category: ['category', '分类', '类目'],
  divisionCode: ['divisionCode', '区划代码', '行政区划代码'],
  headName: ['head', '主要负责人', 'headName', '负责人', '书记'],
  headSince: ['headSince', '任职日期', '负责人任职日期'],
} satisfies Titles<string>;
/** What the ledger's own file has besides (ALL-5): made by the system, not by whoever fills a register. */
const besides = {
  version: ['version', '版本'],
  parentName: ['parentName', '上级组织'],
  state: ['state', '状态'],
  registeredOn: ['registeredOn', '登记日期'],
  endedOn: ['endedOn', '结束日期'],
  mergedIntoName: ['mergedInto', '并入'],
} satisfies Titles<string>;
export type Filled = keyof typeof titles;
type Besides = keyof typeof besides;
export type Field = Filled | Besides;
export const titleOf = (field: Filled): string => titles[field][1]!;
export type RegisterColumns = Columns<Field>;

export function registerColumns(header: Line | undefined): RegisterColumns {
  const needed = [['code'], ['name'], ['kind', 'level']] as const;
  const columns = columnsOf<Filled, Besides>(header, titles, needed, besides);
  refuseIf(!!columns.kind && !!columns.level, 'register.kind-and-level');
  return columns;
}
