/** The columns of a roster file, as the talent service reads them in and writes them out (apps/talent/src/roster/columns.ts). */
export interface RosterColumn {
  readonly title: string;
  readonly needed?: true;
  readonly says: string;
}

export const rosterColumns: readonly RosterColumn[] = [
  { title: '人员编号', needed: true, says: '字母、数字和 . _ -，一人一号，不能重复' },
  { title: '姓名', needed: true, says: '加密保存' },
  { title: '力量', needed: true, says: '专职、相对固定、抽调' },
  { title: '库别', says: '干部库、专家库；不填即干部库' },
  { title: '性别', needed: true, says: '男、女' },
  { title: '出生日期', needed: true, says: '例如 1980-05-01' },
  { title: '入党日期', says: '例如 2005-07-01' },
  { title: '单位代码', says: '所在单位在登记册中的代码；与单位名称填一处' },
  { title: '单位名称', says: '所在单位不在登记册中的，填名称' },
  { title: '籍贯代码', says: '籍贯所在乡镇或县在登记册中的代码，用于核对地域回避' },
  {
    title: '职级',
    needed: true,
    says: '科员、乡科级副职、乡科级正职、县处级副职、县处级正职、厅局级副职、厅局级正职',
  },
  {
    title: '专长',
    says: '纪检、组织人事、党建、宣传、法律、财务、审计、工程、国土规划、农业、卫生、教育、信息化、政策；几项之间用顿号',
  },
  { title: '账号编号', says: '已有账号的，填其编号' },
];
