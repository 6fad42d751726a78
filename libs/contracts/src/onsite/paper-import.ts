/** Findings that a team has kept in a table become drafts of working papers: all of them or none; each is signed by three as ever. */
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

/** Some thousand findings with all that is written of them; no inspection has as many. */
const MAX_PAPERS_BYTES = 4 * 1024 * 1024;

export const uploadPapers = file('onsite.paperImport.upload', {
  http: 'POST /paper-imports/files',
  permission: 'paper.write',
  summary: '上传问题底稿文件（CSV 或 Excel）',
  mediaTypes: TABLE_MEDIA_TYPES,
  maxBytes: MAX_PAPERS_BYTES,
});
/** Answers at once; what came of it is read. A row whose number was imported alike is skipped. */
export const importPapers = command('onsite.paperImport.begin', {
  http: 'POST /inspections/{inspectionId}/import',
  permission: 'paper.write',
  summary: '开始从已上传的问题表起草底稿：全部起草，或一份也不起草；起草人是导入的人，审核、签批照常',
  input: z.object({
    inspectionId: Id,
    file: FileRef,
    on: BusinessDate.optional().describe('起草日期'),
  }),
});

export const paperImportStarted = event('onsite.paperImport.started', {
  classification: 'internal',
  summary: '问题表开始导入',
  body: z.object({ importId: Id }),
});
export const papersImported = event('onsite.paperImport.imported', {
  classification: 'internal',
  summary: '问题表已导入为底稿',
  body: z.object({ importId: Id, papers: z.int() }),
});
export const paperImportRefused = event('onsite.paperImport.refused', {
  classification: 'internal',
  summary: '问题表没有导入',
  body: z.object({ importId: Id, code: RefusalCode }),
});

const listed = {
  ...listedImport,
  inspectionId: Id,
  registered: z.int().describe('新起草的底稿数'),
};
export const PaperImportView = z.object({ ...listed, ...shownImport });
export const readPaperImport = query('onsite.paperImport.read', {
  http: 'GET /paper-imports/{importId}',
  permission: 'paper.read',
  classification: 'internal',
  summary: '一次问题表导入的进度或结果',
  input: z.object({ importId: Id }),
  output: PaperImportView,
});
/** They hold what the papers hold: taking one is noted. */
export const paperImportFiles = filesOf({ ...readPaperImport, classification: 'restricted' });
export const listPaperImports = query('onsite.paperImport.list', {
  http: 'GET /paper-imports',
  permission: 'paper.read',
  classification: 'internal',
  summary: '问题表的导入，新的在前',
  input: z.object({ ...pageInput, inspectionId: Id.optional() }),
  output: pageOf(z.object(listed)),
});
export const paperTemplate = query('onsite.paperImport.template', {
  http: 'GET /paper-imports/template',
  permission: 'paper.read',
  classification: 'open',
  summary: '问题表的模板和各列的填法',
  input: z.object({}),
  output: ImportTemplate,
});
