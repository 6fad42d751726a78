/** The pool as an Excel or CSV file: read in, every row checked first, nothing or everything; and written out. */
import { z } from 'zod';
import { command, event, file, query } from '../kit/builders.js';
import { BusinessDate, FileRef, Id, pageInput, pageOf, Version } from '../kit/types.js';

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Some 20,000 people; the largest pool has fewer. */
const MAX_ROSTER_BYTES = 4 * 1024 * 1024;

export const uploadRoster = file('talent.roster.upload', {
  http: 'POST /talent/roster/files',
  permission: 'inspector.write',
  summary: '上传人员名册文件（CSV 或 Excel）',
  mediaTypes: ['text/csv', EXCEL],
  maxBytes: MAX_ROSTER_BYTES,
});
/** All errors come back together, each with row, column and code (`table.rows-invalid`). Who is registered alike is skipped. */
export const importRoster = command('talent.roster.import', {
  http: 'POST /talent/roster/imports',
  permission: 'inspector.write',
  summary: '从已上传的文件登记人员：全部登记，或一名也不登记',
  input: z.object({ file: FileRef, on: BusinessDate.optional().describe('登记日期') }),
});
export const rosterImported = event('talent.roster.imported', {
  classification: 'internal',
  summary: '人员名册已导入',
  body: z.object({ importId: Id, inspectors: z.int() }),
});

export const RosterImportView = z.object({
  id: Id,
  version: Version,
  file: FileRef,
  importedOn: BusinessDate,
  rows: z.int().describe('文件中的行数，不含表头'),
  registered: z.int().describe('新登记的人数'),
  known: z.int().describe('此前已同样登记而跳过的行数'),
});
export const listRosterImports = query('talent.roster.listImports', {
  http: 'GET /talent/roster/imports',
  permission: 'inspector.read',
  classification: 'internal',
  summary: '人员名册的导入，新的在前',
  input: z.object({ ...pageInput }),
  output: pageOf(RosterImportView),
});
export const exportRoster = query('talent.roster.export', {
  http: 'GET /talent/roster',
  permission: 'inspector.read',
  classification: 'restricted',
  summary: '导出在库人员名册（Excel），各列与导入相同；导出留痕',
  input: z.object({}),
  output: z.object({
    id: Id.describe('本站点的名册'),
    name: z.string(),
    mediaType: z.string(),
    base64: z.base64(),
  }),
});
