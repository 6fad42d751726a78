import type { Ledger } from '../../kit/ledger.js';

export const papers: Ledger<'listPapers'> = {
  query: 'listPapers',
  title: '底稿',
  says: '一事一稿，附证据；起草、审核、签批须三个人。签批完的底稿才能确认问题。',
  columns: [
    { field: 'matter', width: 300 },
    'state',
    { field: 'organizationId', width: 180 },
    { field: 'authorId', width: 104 },
    'draftedOn',
    { field: 'reviewerId', width: 104 },
    { field: 'approverId', width: 104 },
    'signedOn',
    {
      field: 'corroborated',
      title: '佐证',
      show: ({ corroborated }) => (corroborated ? '两类' : '一类'),
    },
    { field: 'reviewedOn', spare: true },
    { field: 'roundId', spare: true },
  ],
  filters: ['inspectionId', 'authorId'],
  tabs: 'state',
  counts: 'countPapers',
  to: ({ id }) => `/papers/${id}`,
  batch: { commands: ['reviewPaper', 'signPaper'], target: 'paperId' },
  empty: '还没有底稿',
};
