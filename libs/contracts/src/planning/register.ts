/** Filling the register from a file: every row is checked first, and nothing or everything is imported. */
import { z } from 'zod';
import { command, event, file, query } from '../kit/builders.js';
import { filesOf } from '../kit/download.js';
import { historyOf } from '../kit/history.js';
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

/** Some 100,000 rows with all their columns; the largest register has fewer. */
const MAX_REGISTER_BYTES = 16 * 1024 * 1024;

export const uploadRegister = file('planning.register.upload', {
  http: 'POST /register/files',
  permission: 'register.write',
  summary: '上传登记册文件（CSV 或 Excel）',
  mediaTypes: TABLE_MEDIA_TYPES,
  maxBytes: MAX_REGISTER_BYTES,
});
/** Answers at once; what came of it is read. Rows that are registered alike are skipped; rows of an exported ledger change what they say. */
export const importRegister = command('planning.register.import', {
  http: 'POST /register/imports',
  permission: 'register.write',
  summary:
    '开始从已上传的文件导入登记册：全部导入，或一条也不导入；从登记册导出的表，改过的行按其版本变更；结果从该次导入读取',
  input: z.object({ file: FileRef, on: BusinessDate.optional().describe('登记日期') }),
});
export const registerImportStarted = event('planning.register.importStarted', {
  classification: 'open',
  summary: '登记册开始导入',
  body: z.object({ importId: Id }),
});
export const registerImported = event('planning.register.imported', {
  classification: 'open',
  summary: '登记册已导入',
  body: z.object({ importId: Id, organizations: z.int() }),
});
export const registerImportRefused = event('planning.register.importRefused', {
  classification: 'open',
  summary: '登记册没有导入',
  body: z.object({ importId: Id, code: RefusalCode }),
});

const listed = {
  ...listedImport,
  registered: z.int().describe('新登记的组织数；行数减去新登记和此前已有的，是变更的'),
};
export const RegisterImportView = z.object({ ...listed, ...shownImport });
/** Whoever may not import sees only what was imported. */
export const readImport = query('planning.register.readImport', {
  http: 'GET /register/imports/{importId}',
  permission: 'register.read',
  classification: 'internal',
  summary: '一次登记册导入的进度或结果',
  input: z.object({ importId: Id }),
  output: RegisterImportView,
});
export const importFiles = filesOf(readImport);
export const historyOfImport = historyOf(readImport);
export const listImports = query('planning.register.listImports', {
  http: 'GET /register/imports',
  permission: 'register.read',
  classification: 'internal',
  summary: '登记册的导入，新的在前',
  input: z.object({ ...pageInput }),
  output: pageOf(z.object(listed)),
});
export const registerTemplate = query('planning.register.template', {
  http: 'GET /register/template',
  permission: 'register.read',
  classification: 'open',
  summary: '登记册文件的模板和各列的填法',
  input: z.object({}),
  output: ImportTemplate,
});
