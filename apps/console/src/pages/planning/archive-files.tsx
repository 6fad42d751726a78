/** Archive files: their ledger, and the page of one with everything that is in it and what is missing. */
import type { Answer, Item } from '../../api/names.js';
import type { Ledger } from '../../kit/ledger.js';
import { Looks } from '../../kit/looks.js';
import type { RecordSpec } from '../../kit/record.js';
import { ArchiveContents } from './archive-contents.js';

export type ArchiveFile = Answer<'readArchiveFile'>;
type Listed = Item<'listArchiveFiles'>;

const progressOf = ({ documents, missing, absences, pages }: Listed) =>
  [
    `已归 ${documents} 件 ${pages} 页`,
    ...(missing > 0 ? [`尚缺 ${missing} 件`] : []),
    ...(absences > 0 ? [`注明缺件 ${absences} 件`] : []),
  ].join('，');

export const archiveFiles: Ledger<'listArchiveFiles'> = {
  query: 'listArchiveFiles',
  title: '案卷',
  says: '每一轮、每一项任务各一个案卷：签署过的文件归齐，编好件号和页号，整理完毕后移交档案机构。',
  columns: [
    { field: 'title', width: 240 },
    'number',
    'state',
    { field: 'documents', title: '进展', width: 220, show: progressOf },
    'retention',
    'closedOn',
    'handedOverOn',
    { field: 'roundId', spare: true },
    { field: 'assignmentId', spare: true },
    { field: 'receiver', spare: true },
    { field: 'receiptNumber', spare: true },
  ],
  filters: ['roundId'],
  tabs: 'state',
  counts: 'countArchiveFiles',
  to: ({ id }) => `/archive-files/${id}`,
  empty: '还没有案卷',
};

export const archiveFile: RecordSpec<'readArchiveFile'> = {
  query: 'readArchiveFile',
  id: 'archiveFileId',
  history: 'historyOfArchiveFile',
  ledger: ['案卷', '/archive-files'],
  title: ({ title }) => title,
  steps: [
    { name: '归集', in: ['open'], on: ({ openedOn }) => openedOn },
    { name: '整理完毕', in: ['closed'], on: ({ closedOn }) => closedOn },
    { name: '移交', in: ['handedOver'], on: ({ handedOverOn }) => handedOverOn },
  ],
  waits: {
    open: ({ missing }) =>
      missing > 0
        ? `还有 ${missing} 件应归档的没有归入：归入签署后的扫描件，确实没有的注明缺件`
        : '应归档的都有了；工作结束以后点“整理完毕”，件号、页号和校验值从此固定',
    closed: '下载移交包，连同纸质案卷送档案机构，对方签收以后在这里登记移交；移交之前发现归错，可以退回整理',
  },
  facts: [
    'number',
    'roundId',
    'assignmentId',
    'retention',
    'documents',
    'pages',
    'missing',
    'absences',
    'receiver',
    'receiptNumber',
    'contentsHash',
  ],
  documents: [{ query: 'archiveContents', name: '卷内文件目录' }],
  actions: [
    { command: 'addDocument', in: ['open'] },
    { command: 'closeArchiveFile', in: ['open'], when: ({ missing }) => missing === 0, isNext: true },
    { command: 'reopenArchiveFile', in: ['closed'] },
    { command: 'handOverArchiveFile', in: ['closed'], isNext: true },
  ],
  more: (view) => (
    <>
      <ArchiveContents of={view} />
      <Looks query="listArchiveFileLooks" input={{ archiveFileId: view.id }} />
    </>
  ),
};
