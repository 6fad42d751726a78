import { DaysLeft } from '../../kit/days-left.js';
import DocumentButton from '../../kit/document-button.js';
import { columnsOf, type Ledger } from '../../kit/ledger.js';
import { pathOfOwed } from '../../kit/owed.js';

export const supervisions: Ledger<'listSupervisions'> = {
  query: 'listSupervisions',
  title: '督办',
  says: '快到期的由系统提醒，逾期的由系统发督办单；点“事由”到要办的那一件。',
  columns: [
    { field: 'matter', width: 120 },
    'kind',
    'number',
    { field: 'organizationId', width: 220 },
    { field: 'dueOn', show: ({ dueOn }) => <DaysLeft due={dueOn} settled /> },
    'on',
    {
      field: 'id',
      title: '督办单',
      width: 110,
      show: ({ id, kind }) =>
        kind === 'order' && (
          <DocumentButton query="supervisionOrder" input={{ supervisionId: id }} name="打开" />
        ),
    },
    { field: 'roundId', spare: true },
  ],
  filters: ['owed', 'organizationId'],
  tabs: 'kind',
  to: pathOfOwed,
  empty: '没有提醒，也没有督办',
};

const isFact = ({ field }: { field: string }) => field !== 'organizationId' && field !== 'roundId';
export const caseSupervisions: Ledger<'listSupervisions'> = {
  ...supervisions,
  title: '提醒与督办',
  columns: columnsOf(supervisions).filter(isFact),
};
