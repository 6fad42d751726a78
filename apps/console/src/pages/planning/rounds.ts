import type { Item } from '../../api/names.js';
import type { Ledger } from '../../kit/ledger.js';

type Round = Item<'listRounds'>;

const batchesOf = ({ batches }: Round) =>
  batches.map(({ entersOn, leavesOn }) => `${entersOn} 至 ${leavesOn}`).join('；');

export const rounds: Ledger<'listRounds'> = {
  query: 'listRounds',
  title: '轮次',
  says: '一轮巡察从起草、批准、组建、进驻、汇报到结束。期限按批准时选定的制度版本计算，以后不变。',
  columns: [
    { field: 'name', width: 220 },
    'number',
    'state',
    'kind',
    'ways',
    'theme',
    { field: 'batches', title: '计划进驻与离开', width: 200, show: batchesOf },
    { field: 'ledBy', spare: true },
    { field: 'termId', spare: true },
    { field: 'profile', spare: true },
    { field: 'approvedOn', spare: true },
    { field: 'closedOn', spare: true },
    { field: 'joint', spare: true },
    { field: 'cross', spare: true },
    { field: 'upgraded', spare: true },
  ],
  filters: ['termId', 'kind'],
  tabs: 'state',
  counts: 'countRounds',
  to: ({ id }) => `/rounds/${id}`,
  makes: ['draftRound'],
  empty: '还没有轮次',
};
