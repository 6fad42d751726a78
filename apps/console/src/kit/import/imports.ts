/** What is the same of every import, and what differs: which calls it takes, and what is imported. */
import type { Answer } from '../../api/names.js';

export interface Imports {
  readonly upload: 'uploadRegister' | 'uploadRoster' | 'uploadPapers';
  readonly command: 'importRegister' | 'importRoster' | 'importPapers';
  readonly read: 'readImport' | 'readRosterImport' | 'readPaperImport';
  readonly list: 'listImports' | 'listRosterImports' | 'listPaperImports';
  readonly files: 'importFiles' | 'rosterImportFiles' | 'paperImportFiles';
  readonly template: 'registerTemplate' | 'rosterTemplate' | 'paperTemplate';
  /** `新登记` and `个组织` in `新登记 3 个组织`. */
  readonly made: string;
  readonly counted: string;
  /** Where what was imported is to be seen. */
  readonly there: { readonly title: string; readonly path: string };
  readonly mostMegabytes: number;
  /** What is imported belongs to this, and so do the imports that are listed. */
  readonly given?: Readonly<Record<string, string>>;
  /** Before the choice of a day. */
  readonly dayWord: string;
  /** Beside it. */
  readonly saysOfDay: string;
}
export type ShownImport = Answer<'readImport'>;
export type ListedImport = Answer<'listImports'>['items'][number];

/** As the services take them; a browser may call a CSV file something else. */
const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const MEGABYTE = 1024 * 1024;

/** Says what is wrong with a file before it is sent, or the file as it is to be sent. */
export function checkedFile(file: File, { mostMegabytes }: Pick<Imports, 'mostMegabytes'>): File | string {
  const mediaType = mediaTypes[file.name.split('.').at(-1)?.toLowerCase() ?? ''];
  if (!mediaType) return '只收 Excel（.xlsx）或 CSV（.csv）文件。旧的 .xls 请另存为 .xlsx。';
  if (file.size > mostMegabytes * MEGABYTE) return `文件超过 ${mostMegabytes} MB，请分成几个文件。`;
  if (file.size === 0) return '这个文件是空的。';
  return new File([file], file.name, { type: mediaType, lastModified: file.lastModified });
}
