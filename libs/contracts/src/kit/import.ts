/** An import from a file: asked for, checked and taken in the background, and then all of it is there, or nothing and why (ui.md). */
import { z } from 'zod';
import { BusinessDate, FileRef, Id, RefusalCode, Version } from './types.js';

export const ImportState = z.enum(['running', 'imported', 'refused']);
export type ImportState = z.infer<typeof ImportState>;
export const ImportPhase = z.enum(['reading', 'checking', 'registering']);

/** One thing wrong in one cell. */
const ImportFault = z.object({
  row: z.int().describe('行号，表头为第 1 行'),
  column: z.string().describe('列名，与文件一致'),
  code: RefusalCode,
  text: z.string().describe('怎么改'),
});
export const ImportRefusal = z.object({
  code: RefusalCode,
  detail: z.string().describe('没有导入的原因'),
  total: z.int().describe('错误总数'),
  errors: z.array(ImportFault).max(500).describe('行号最小的若干处错误'),
  marked: FileRef.nullable().describe('标出全部错误的原表（Excel）：改好后原样上传'),
});

/** As it stands in the list of all imports. */
export const listedImport = {
  id: Id,
  version: Version,
  state: ImportState,
  file: FileRef,
  importedOn: BusinessDate,
  rows: z.int().describe('文件中的行数，不含表头；检查完之前为 0'),
  known: z.int().describe('此前已同样登记而跳过的行数'),
};
const ImportProgress = z.object({
  phase: ImportPhase,
  done: z.int(),
  total: z.int().describe('尚不知道时为 0'),
});
export type ImportProgress = z.infer<typeof ImportProgress>;
/** What only the import itself shows. */
export const shownImport = {
  progress: ImportProgress.nullable().describe('仅在导入过程中'),
  refusal: ImportRefusal.nullable(),
};

/** What a file must look like: a workbook to fill in, and what belongs into each of its columns. */
export const ImportTemplate = z.object({
  name: z.string().describe('文件名'),
  mediaType: z.string(),
  base64: z.base64().describe('Excel 模板：表头、下拉选项和一行不会导入的示例'),
  columns: z.array(
    z.object({
      title: z.string(),
      needed: z.boolean().describe('必填'),
      says: z.string().describe('怎么填'),
    }),
  ),
});
export type ImportTemplate = z.infer<typeof ImportTemplate>;
