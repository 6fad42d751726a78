/** Which column of a roster holds what, and the words in its cells. Written out and read in by the same table. */
import { columnsOf, type Columns, type Line, type Titles } from '@xuncha/domain-kit';
import { Force, Rank, Sex, Speciality } from '@xuncha/contracts';

const titles = {
  code: ['code', '人员编号', '编号'],
  name: ['name', '姓名'],
  force: ['force', '力量', '人员类别'],
  expert: ['expert', '库别'],
  sex: ['sex', '性别'],
  born: ['born', '出生日期', '出生年月日'],
  partySince: ['partySince', '入党日期'],
  organizationCode: ['organizationCode', '单位代码'],
  unit: ['unit', '单位名称'],
  homeCode: ['homeCode', '籍贯代码'],
  rank: ['rank', '职级'],
  specialities: ['specialities', '专长'],
  accountId: ['accountId', '账号编号'],
} satisfies Titles<string>;
/** What a roster that was written out has besides: which version of the record a row was based on. */
const besides = { version: ['version', '版本'] } satisfies Titles<string>;
export type Filled = keyof typeof titles;
export type Field = Filled | keyof typeof besides;
export type RosterColumns = Columns<Field>;
export const fields = Object.keys(titles) as Filled[];
export const titleOf = (field: Field): string => ({ ...titles, ...besides })[field][1]!;

export function rosterColumns(header: Line | undefined): RosterColumns {
  const needed = [['code'], ['name'], ['force'], ['sex'], ['born'], ['rank']] as const;
  return columnsOf<Filled, 'version'>(header, titles, needed, besides);
}

/** The Chinese word of each value, and every word that is understood. */
function wordsOf<T extends string>(values: readonly T[], chinese: Readonly<Record<T, string>>) {
  const understood = new Map(values.flatMap((value) => [value, chinese[value]].map((word) => [word, value])));
  return { chinese, understood: understood as ReadonlyMap<string, T> };
}
export const forces = wordsOf(Force.options, {
  fullTime: '专职',
  standing: '相对固定',
  borrowed: '抽调',
});
export const sexes = wordsOf(Sex.options, { female: '女', male: '男' });
export const pools = wordsOf(['cadre', 'expert'], { cadre: '干部库', expert: '专家库' });
export const ranks = wordsOf(Rank.options, {
  staff: '科员',
  deputySection: '乡科级副职',
  section: '乡科级正职',
  deputyDivision: '县处级副职',
  division: '县处级正职',
  deputyBureau: '厅局级副职',
  bureau: '厅局级正职',
});
export const specialities = wordsOf(Speciality.options, {
  discipline: '纪检',
  organization: '组织人事',
  partyBuilding: '党建',
  publicity: '宣传',
  law: '法律',
  finance: '财务',
  audit: '审计',
  engineering: '工程',
  landAndPlanning: '国土规划',
  agriculture: '农业',
  health: '卫生',
  education: '教育',
  informatics: '信息化',
  policy: '政策',
});
