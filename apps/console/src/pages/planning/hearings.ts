import type { Ledger } from '../../kit/ledger.js';
import type { RecordSpec } from '../../kit/record.js';

export const hearings: Ledger<'listHearings'> = {
  query: 'listHearings',
  title: '听取汇报',
  says: '每开一次会记一条，不论听了几轮、几批；记下会上的决定。',
  columns: [
    { field: 'heldOn', width: 110 },
    'body',
    { field: 'roundIds', width: 240 },
    { field: 'decisions', width: 280 },
  ],
  filters: ['body'],
  to: ({ id }) => `/hearings/${id}`,
  makes: ['holdHearing'],
  empty: '还没有听取汇报的会议',
};

export const hearing: RecordSpec<'readHearing'> = {
  query: 'readHearing',
  id: 'hearingId',
  history: 'historyOfHearing',
  ledger: ['听取汇报', '/hearings'],
  title: ({ heldOn }) => `${heldOn} 听取汇报`,
  facts: ['body', 'heldOn', 'roundIds'],
  texts: ['decisions'],
};
