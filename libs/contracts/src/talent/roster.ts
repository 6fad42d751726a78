/** The pool as an Excel or CSV file: read in, every row checked first, nothing or everything; and written out. */
import { z } from 'zod';
import { command, event, file, query } from '../kit/builders.js';
import { filesOf } from '../kit/download.js';
import { ImportTemplate, listedImport, shownImport } from '../kit/import.js';
import {
  BusinessDate,
  FileRef,
  Id,
  pageInput,
  pageOf,
  RefusalCode,
  TABLE_MEDIA_TYPES,
} from '../kit/types.js';

/** Some 20,000 people; the largest pool has fewer. */
const MAX_ROSTER_BYTES = 4 * 1024 * 1024;

export const uploadRoster = file('talent.roster.upload', {
  http: 'POST /talent/roster/files',
  permission: 'inspector.write',
  summary: '上传人员名册文件（CSV 或 Excel）',
  mediaTypes: TABLE_MEDIA_TYPES,
  maxBytes: MAX_ROSTER_BYTES,
});
/** Answers at once; what came of it is read. Who is registered alike is skipped; rows of an exported roster change what they say. */
export const importRoster = command('talent.roster.import', {
  http: 'POST /talent/roster/imports',
  permission: 'inspector.write',
  summary:
    '开始从已上传的文件登记人员：全部登记，或一名也不登记；导出的名册，改过的行按其版本变更；结果从该次导入读取',
  input: z.object({ file: FileRef, on: BusinessDate.optional().describe('登记日期') }),
});
export const rosterImportStarted = event('talent.roster.importStarted', {
  classification: 'internal',
  summary: '人员名册开始导入',
  body: z.object({ importId: Id }),
});
export const rosterImported = event('talent.roster.imported', {
  classification: 'internal',
  summary: '人员名册已导入',
  body: z.object({ importId: Id, inspectors: z.int() }),
});
export const rosterImportRefused = event('talent.roster.importRefused', {
  classification: 'internal',
  summary: '人员名册没有导入',
  body: z.object({ importId: Id, code: RefusalCode }),
});

const listed = {
  ...listedImport,
  registered: z.int().describe('新登记的人数；行数减去新登记和此前已有的，是变更的'),
};
export const RosterImportView = z.object({ ...listed, ...shownImport });
export const readRosterImport = query('talent.roster.readImport', {
  http: 'GET /talent/roster/imports/{importId}',
  permission: 'inspector.read',
  classification: 'internal',
  summary: '一次人员名册导入的进度或结果',
  input: z.object({ importId: Id }),
  output: RosterImportView,
});
/** They name everybody: whoever may register people takes them, and that is noted. */
export const rosterImportFiles = filesOf({
  ...readRosterImport,
  permission: 'inspector.write',
  classification: 'restricted',
});
export const listRosterImports = query('talent.roster.listImports', {
  http: 'GET /talent/roster/imports',
  permission: 'inspector.read',
  classification: 'internal',
  summary: '人员名册的导入，新的在前',
  input: z.object({ ...pageInput }),
  output: pageOf(z.object(listed)),
});
export const exportRoster = query('talent.roster.export', {
  http: 'GET /talent/roster',
  permission: 'inspector.read',
  classification: 'restricted',
  summary: '导出在库人员名册（Excel），各列与导入相同，可改后再导入；导出留痕',
  input: z.object({}),
  output: z.object({
    id: Id.describe('本站点的名册'),
    name: z.string(),
    mediaType: z.string(),
    base64: z.base64(),
  }),
});
export const rosterTemplate = query('talent.roster.template', {
  http: 'GET /talent/roster/template',
  permission: 'inspector.read',
  classification: 'open',
  summary: '人员名册文件的模板和各列的填法',
  input: z.object({}),
  output: ImportTemplate,
});
