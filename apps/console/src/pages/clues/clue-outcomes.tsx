/** What came of clues, counted in persons: as a ledger and as a record. */
import type { Answer } from '../../api/names.js';
import { columnsOf, type Ledger } from '../../kit/ledger.js';
import { Part } from '../../kit/part.js';
import type { RecordSpec } from '../../kit/record.js';
import { Withdrawal } from '../../kit/withdrawal.js';

type Outcome = Answer<'readClueOutcome'>;
const FORMS = ['', '第一种', '第二种', '第三种', '第四种'];
const formOf = ({ form }: { form: number | null }) => (form ? FORMS[form]! : '');

export const clueOutcomes: Ledger<'listClueOutcomes'> = {
  query: 'listClueOutcomes',
  title: '线索办理结果',
  says: '立案、处分、组织处理、移送司法、追缴、通报，按人数计，同一人只计一次。在线索页面记录。',
  columns: [
    { field: 'kind', width: 140 },
    { field: 'form', title: '四种形态', show: (item) => formOf(item) || '—' },
    'persons',
    'amount',
    'adjustsPost',
    'on',
    'state',
    'clueId',
  ],
  filters: ['roundId'],
  tabs: 'kind',
  to: ({ id }) => `/clue-outcomes/${id}`,
  empty: '还没有办理结果',
};

export const clueOutcomesOf: Ledger<'listClueOutcomes'> = {
  ...clueOutcomes,
  title: '办理结果',
  columns: columnsOf(clueOutcomes).filter(({ field }) => field !== 'clueId'),
};

export const clueOutcome: RecordSpec<'readClueOutcome'> = {
  query: 'readClueOutcome',
  id: 'outcomeId',
  ledger: ['线索办理结果', '/clue-outcomes'],
  title: ({ on }) => `${on} 的办理结果`,
  waits: {
    recorded: '记错了的，更正撤回后到线索页面重新记录；撤回的记录保留，不再计入',
  },
  rests: {
    withdrawn: '已更正撤回，不再计入',
  },
  facts: ['kind', 'form', 'amount', 'adjustsPost', 'on', 'clueId', 'recordedBy'],
  actions: [{ command: 'withdrawClueOutcome', in: ['recorded'], danger: true }],
  more: (view) => <Persons view={view} />,
  history: 'historyOfClueOutcome',
};

function Persons({ view }: { view: Outcome }) {
  return (
    <>
      <Withdrawal withdrawal={view.withdrawal} />
      <Part
        title={`所涉人员 ${view.persons.length} 人`}
        aside={<span className="second">只有代号，查看留痕</span>}
      >
        {view.persons.length === 0 && <p className="second">不涉及人员</p>}
        <ul className="goods">
          {view.persons.map((pseudonym) => (
            <li key={pseudonym} className="proof">
              {pseudonym}
            </li>
          ))}
        </ul>
        <p className="second">同一个人在本站点各处的代号都相同，由此只计一次；姓名只在线索内容里。</p>
      </Part>
    </>
  );
}
