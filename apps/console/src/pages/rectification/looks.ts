import type { Ledger } from '../../kit/ledger.js';

const columns = ['accountId', 'takenAt', 'purpose'] as const;

export const caseLooks: Ledger<'listCaseLooks'> = {
  query: 'listCaseLooks',
  title: '谁看过这次整改',
  says: '',
  columns,
  empty: '还没有人看过',
};
export const itemLooks: Ledger<'listItemLooks'> = {
  query: 'listItemLooks',
  title: '谁看过这一事项',
  says: '',
  columns,
  empty: '还没有人看过',
};
