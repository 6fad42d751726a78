/** What rectification brought about, as a ledger and as a record. */
import type { Answer, Item as Entry } from '../../api/names.js';
import { columnsOf, type Ledger } from '../../kit/ledger.js';
import type { RecordSpec } from '../../kit/record.js';
import { shownMoney } from '../../kit/numbers.js';
import { OutcomeParts } from './outcome-parts.js';

type Outcome = Answer<'readOutcome'>;

const instalmentOf = ({ instalment }: Entry<'listOutcomes'>) =>
  instalment
    ? `第 ${instalment.number} 期，共 ${instalment.of} 期，应退 ${shownMoney(instalment.total)}`
    : '';

export const outcomes: Ledger<'listOutcomes'> = {
  query: 'listOutcomes',
  title: '整改成效',
  says: '整改带来的：完善的制度、追缴和收缴的款项、重签的合同、被问责的人、建成的设施。在整改事项里记录。',
  columns: [
    { field: 'title', width: 260 },
    'kind',
    'amount',
    {
      field: 'instalment',
      show: (item) => instalmentOf(item) || <span className="nothing">—</span>,
    },
    { field: 'organizationId', width: 200 },
    'on',
    'state',
    { field: 'itemId', spare: true },
    { field: 'roundId', spare: true },
  ],
  filters: ['organizationId', 'roundId'],
  tabs: 'kind',
  to: ({ id }) => `/outcomes/${id}`,
  empty: '还没有记录成效',
};

const isOther = ({ field }: { field: string }) => field !== 'organizationId' && field !== 'roundId';
export const caseOutcomes: Ledger<'listOutcomes'> = {
  ...outcomes,
  columns: columnsOf(outcomes).filter(isOther),
  empty: '还没有记录成效，在整改事项里记录',
};
export const itemOutcomes: Ledger<'listOutcomes'> = { ...caseOutcomes, empty: '还没有记录成效' };

export const outcome: RecordSpec<'readOutcome'> = {
  query: 'readOutcome',
  id: 'outcomeId',
  ledger: ['整改成效', '/outcomes'],
  title: ({ title }: Outcome) => title,
  rests: {
    recorded: '已记录，计入成效。记错了的，更正撤回后重新记录；撤回的记录保留，不再计入',
    withdrawn: '已更正撤回，不再计入',
  },
  facts: ['kind', 'amount', 'organizationId', 'roundId', 'itemId', 'caseId', 'on', 'recordedBy'],
  actions: [{ command: 'withdrawOutcome', in: ['recorded'], danger: true }],
  more: (view) => <OutcomeParts view={view} />,
};
