/** Filling the register from a file: every row is checked first, and nothing or everything is imported. */
import { z } from 'zod';
import { command, event, file, query } from '../kit/builders.js';
import { filesOf } from '../kit/download.js';
import { historyOf } from '../kit/history.js';
import { BusinessDate, FileRef, Id, pageInput, pageOf, Version } from '../kit/types.js';

/** Some 100,000 rows; the largest register has fewer. */
const MAX_REGISTER_BYTES = 8 * 1024 * 1024;

export const uploadRegister = file('planning.register.upload', {
  http: 'POST /register/files',
  permission: 'register.write',
  summary: '上传登记册文件（CSV 或 Excel）',
  mediaTypes: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  maxBytes: MAX_REGISTER_BYTES,
});
/** All errors come back together, each with row, column and code (`table.rows-invalid`). Rows that are registered alike are skipped. */
export const importRegister = command('planning.register.import', {
  http: 'POST /register/imports',
  permission: 'register.write',
  summary: '从已上传的文件导入登记册：全部导入，或一条也不导入',
  input: z.object({ file: FileRef, on: BusinessDate.optional().describe('登记日期') }),
});
export const registerImported = event('planning.register.imported', {
  classification: 'open',
  summary: '登记册已导入',
  body: z.object({ importId: Id, organizations: z.int() }),
});

export const RegisterImportView = z.object({
  id: Id,
  version: Version,
  file: FileRef,
  importedOn: BusinessDate,
  rows: z.int().describe('文件中的行数，不含表头'),
  registered: z.int().describe('新登记的组织数'),
  known: z.int().describe('此前已同样登记而跳过的行数'),
});
export const readImport = query('planning.register.readImport', {
  http: 'GET /register/imports/{importId}',
  permission: 'register.read',
  classification: 'internal',
  summary: '一次登记册导入的结果',
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
  output: pageOf(RegisterImportView),
});
