import type { Ledger } from '../../kit/ledger.js';
import type { RecordSpec } from '../../kit/record.js';
import { Coverage } from './coverage.js';

export const terms: Ledger<'listTerms'> = {
  query: 'listTerms',
  title: '届次',
  says: '一届五年。全覆盖按届计算：这一届里，登记册上的党组织有多少家已经巡察。',
  columns: [{ field: 'name', width: 200 }, 'state', 'firstDay', 'lastDay'],
  tabs: 'state',
  counts: 'countTerms',
  to: ({ id }) => `/terms/${id}`,
  makes: ['proposeTerm'],
  empty: '还没有届次',
};

export const term: RecordSpec<'readTerm'> = {
  query: 'readTerm',
  id: 'termId',
  history: 'historyOfTerm',
  ledger: ['届次', '/terms'],
  title: ({ name }) => name,
  waits: { proposed: '领导小组批准起止日期；提出的人不能批准' },
  facts: ['firstDay', 'lastDay'],
  actions: [
    { command: 'changeTerm', from: ['name', 'firstDay', 'lastDay'] },
    { command: 'approveTerm', in: ['proposed'], isNext: true },
  ],
  more: (view) => <Coverage term={view} />,
};
