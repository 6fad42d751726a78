/** Archive files: everything signed of a round or of one assignment, catalogued in order until it is handed over (ALL-7). */
import { z } from 'zod';
import { command, event, file, query } from '../kit/builders.js';
import { countsOf } from '../kit/counts.js';
import { documentOf } from '../kit/document.js';
import { filesOf } from '../kit/download.js';
import { historyOf } from '../kit/history.js';
import { packageOf } from '../kit/package.js';
import {
  BusinessDate,
  EVIDENCE_MEDIA_TYPES,
  FileRef,
  Id,
  MAX_FILE_BYTES,
  pageInput,
  pageOf,
  Sha256,
  Text,
  Version,
} from '../kit/types.js';

/**
 * Kinds of documents, in the order in which a file has them. What is written of sealed records is none of them: papers of clues and
 * petitions are kept where those are dealt with.
 */
export const ArchiveForm = z.enum([
  'roundPlan',
  'callUpRequest',
  'teamAuthorization',
  'inspectionNotice',
  'publicNotice',
  'materialList',
  'interviewRecord',
  'workingPaper',
  'inspectionReport',
  'leadershipEvaluation',
  'findingList',
  'hearingMinutes',
  'feedbackLetter',
  'planOpinionSlip',
  'reportsOpinionSlip',
  'supervisionOrder',
  'newHeadReminder',
  'closeOutList',
  'monthlyBulletin',
  'coverageTable',
  'other',
]);
export type ArchiveForm = z.infer<typeof ArchiveForm>;
/** Classes of document archives (rules.md, Regulation of data). */
export const Retention = z.enum(['permanent', 'thirtyYears', 'tenYears']);
export type Retention = z.infer<typeof Retention>;
export const ArchiveFileState = z.enum(['open', 'closed', 'handedOver']);

const which = { archiveFileId: Id, roundId: Id, assignmentId: Id.nullable() };
const Pages = z.int().min(1).max(5_000).describe('有字迹的面都算一页');
export const archiveFileOpened = event('planning.archive-file.opened', {
  classification: 'internal',
  summary: '案卷已建立',
  body: z.object({ ...which, lines: z.int().describe('应归档的件数') }),
});
export const documentFiled = event('planning.archive-file.filed', {
  classification: 'internal',
  summary: '一件文件已归入案卷',
  body: z.object({
    ...which,
    lineId: Id,
    form: ArchiveForm,
    retention: Retention,
    pages: z.int(),
    sha256: Sha256,
  }),
});
export const documentRemoved = event('planning.archive-file.removed', {
  classification: 'internal',
  summary: '一件文件已从案卷取出',
  body: z.object({ ...which, lineId: Id, form: ArchiveForm }),
});
export const absenceNoted = event('planning.archive-file.absenceNoted', {
  classification: 'internal',
  summary: '应归档的一件已注明缺件',
  body: z.object({ ...which, lineId: Id, form: ArchiveForm }),
});
export const archiveFileClosed = event('planning.archive-file.closed', {
  classification: 'internal',
  summary: '案卷已整理完毕，件号、页号和校验值固定',
  body: z.object({
    ...which,
    documents: z.int(),
    pages: z.int(),
    absences: z.int(),
    contentsHash: Sha256.describe('卷内目录的校验值'),
  }),
});
export const archiveFileReopened = event('planning.archive-file.reopened', {
  classification: 'internal',
  summary: '案卷已退回整理',
  body: z.object(which),
});
export const archiveFileHandedOver = event('planning.archive-file.handedOver', {
  classification: 'internal',
  summary: '案卷已移交',
  body: z.object({ ...which, on: BusinessDate }),
});

export const ArchiveLine = z.object({
  id: Id,
  form: ArchiveForm,
  organizationId: Id.nullable(),
  isExpected: z.boolean().describe('应归档的一件；否则是另外归入的'),
  number: z.int().nullable().describe('件号，在案卷中顺序编排'),
  firstPage: z.int().nullable().describe('起始页号，在案卷中连续编排'),
  document: z
    .object({
      title: z.string(),
      dated: BusinessDate,
      author: z.string(),
      pages: z.int(),
      retention: Retention,
      file: FileRef,
    })
    .nullable(),
  absence: z.string().nullable().describe('缺件原因'),
});
const head = {
  id: Id,
  version: Version,
  number: z.string().describe('案卷号'),
  title: z.string().describe('案卷题名'),
  roundId: Id,
  assignmentId: Id.nullable().describe('空：轮次本身的案卷'),
  state: ArchiveFileState,
  documents: z.int().describe('已归档的件数'),
  missing: z.int().describe('应归档而尚缺的件数'),
  absences: z.int().describe('注明缺件的件数'),
  pages: z.int().describe('总页数'),
  retention: Retention.nullable().describe('案卷的保管期限，即卷内最长的'),
  openedOn: BusinessDate,
  closedOn: BusinessDate.nullable(),
  handedOverOn: BusinessDate.nullable(),
  receiver: z.string().nullable().describe('接收移交的档案机构'),
  receiptNumber: z.string().nullable().describe('移交清册（回执）编号'),
};
export const ArchiveFileView = z.object({
  ...head,
  contentsHash: Sha256.nullable().describe('卷内目录的校验值，整理完毕时固定'),
  lines: z.array(ArchiveLine),
});
/** Without what is in it. */
export const ArchiveFileItem = z.object(head);

const target = { archiveFileId: Id, seen: Version };
const on = BusinessDate.optional();
const documented = {
  title: Text(200).describe('以文件上的为准'),
  dated: BusinessDate.describe('落款的日期'),
  author: Text(100).describe('制发或签署这份文件的机构、个人'),
  pages: Pages,
  retention: Retention.optional().describe('不选的，按文件种类'),
  file: FileRef.describe('签署、盖章以后的扫描件（PDF）；没有纸质件的，归电子原件'),
};
export const openArchiveFile = command('planning.archive-file.open', {
  http: 'POST /archive-files',
  permission: 'archive.write',
  summary: '建立一轮或一项任务的案卷，列出应归档的文件',
  input: z.object({
    roundId: Id,
    assignmentId: Id.optional().describe('任务的案卷；不选则是轮次本身的案卷'),
    on,
  }),
});
export const fileDocument = command('planning.archive-file.fileDocument', {
  http: 'PUT /archive-files/{archiveFileId}/lines/{lineId}',
  permission: 'archive.write',
  summary: '归入目录中的一件；已归入的，以这一件替换',
  input: z.object({ ...target, lineId: Id, ...documented, on }),
});
export const addDocument = command('planning.archive-file.addDocument', {
  http: 'POST /archive-files/{archiveFileId}/lines',
  permission: 'archive.write',
  summary: '另外归入一件，排在同类文件之后',
  input: z.object({ ...target, form: ArchiveForm, organizationId: Id.optional(), ...documented, on }),
});
export const removeDocument = command('planning.archive-file.removeDocument', {
  http: 'POST /archive-files/{archiveFileId}/lines/{lineId}/removal',
  permission: 'archive.write',
  summary: '从案卷取出归错的一件',
  input: z.object({ ...target, lineId: Id, on }),
});
export const noteAbsence = command('planning.archive-file.noteAbsence', {
  http: 'POST /archive-files/{archiveFileId}/lines/{lineId}/absence',
  permission: 'archive.write',
  summary: '注明应归档的一件没有，以及原因',
  input: z.object({ ...target, lineId: Id, reason: Text(200).describe('缺件原因，列入卷内目录'), on }),
});
export const closeArchiveFile = command('planning.archive-file.close', {
  http: 'POST /archive-files/{archiveFileId}/close',
  permission: 'archive.write',
  summary: '整理完毕：应归档的均已归入或注明缺件；件号、页号和校验值自此固定',
  input: z.object({ ...target, on }),
});
export const reopenArchiveFile = command('planning.archive-file.reopen', {
  http: 'POST /archive-files/{archiveFileId}/reopen',
  permission: 'archive.write',
  summary: '移交之前退回整理',
  input: z.object({ ...target, on }),
});
export const handOverArchiveFile = command('planning.archive-file.handOver', {
  http: 'POST /archive-files/{archiveFileId}/hand-over',
  permission: 'archive.write',
  summary: '记录案卷已移交档案机构',
  input: z.object({
    ...target,
    receiver: Text(100).describe('接收移交的档案机构'),
    receiptNumber: Text(64).describe('移交清册（回执）编号'),
    on: BusinessDate.optional().describe('移交日期'),
  }),
});

export const readArchiveFile = query('planning.archive-file.read', {
  http: 'GET /archive-files/{archiveFileId}',
  permission: 'archive.read',
  classification: 'restricted',
  summary: '一个案卷及其卷内目录；查看留痕',
  input: z.object({ archiveFileId: Id }),
  output: ArchiveFileView,
});
export const historyOfArchiveFile = historyOf(readArchiveFile);
export const archiveFileFiles = filesOf(readArchiveFile);
export const archiveContents = documentOf(readArchiveFile, {
  as: 'contents',
  summary: '卷内文件目录；查看留痕',
});
export const archivePackage = packageOf(
  readArchiveFile,
  '案卷的移交包：全部文件、卷内目录和签名，脱离系统也可以核对',
);
export const listArchiveFiles = query('planning.archive-file.list', {
  http: 'GET /archive-files',
  permission: 'archive.read',
  classification: 'internal',
  summary: '案卷，新的在前',
  input: z.object({
    ...pageInput,
    roundId: Id.optional(),
    assignmentId: Id.optional(),
    state: ArchiveFileState.optional(),
  }),
  output: pageOf(ArchiveFileItem),
});
export const countArchiveFiles = countsOf(listArchiveFiles);

export const uploadArchiveDocument = file('planning.archive-file.upload', {
  http: 'POST /archive-files/documents',
  permission: 'archive.write',
  summary: '上传要归入案卷的文件',
  mediaTypes: EVIDENCE_MEDIA_TYPES,
  maxBytes: MAX_FILE_BYTES,
});
