/** Inspections 巡察: the list, and each as its team's desk. */
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/names.js';
import { DaysLeft } from '../../kit/days-left.js';
import type { Ledger } from '../../kit/ledger.js';
import { Part } from '../../kit/part.js';
import type { RecordSpec } from '../../kit/record.js';
import { valueWord } from '../../words/words.js';
import { Desk } from './desk.js';
import { NameOf } from './name-of.js';

type Inspection = Answer<'readInspection'>;

export const inspections: Ledger<'listInspections'> = {
  query: 'listInspections',
  title: '巡察',
  says: '一个组对一个党组织的一次巡察，从准备到归档。打开一次巡察，就是这个组的工作台。',
  columns: [
    {
      field: 'organizationId',
      width: 220,
      show: ({ organizationId }) => <NameOf kind="organization" id={organizationId} />,
    },
    { field: 'designation', width: 150 },
    'state',
    'enteredOn',
    'leftOn',
    'reportedOn',
    {
      field: 'feedbackDueOn',
      show: ({ feedbackDueOn, fedBackOn }) => <DaysLeft due={feedbackDueOn} settled={fedBackOn !== null} />,
    },
    { field: 'roundId', width: 180 },
    { field: 'batch', spare: true },
    { field: 'fedBackOn', spare: true },
    { field: 'archivedOn', spare: true },
  ],
  filters: ['organizationId', 'roundId', 'teamId'],
  tabs: 'state',
  counts: 'countInspections',
  to: ({ id }) => `/inspections/${id}`,
  empty: '还没有巡察：任务下达以后自动开立',
};

export const inspection: RecordSpec<'readInspection'> = {
  query: 'readInspection',
  history: 'historyOfInspection',
  id: 'inspectionId',
  ledger: ['巡察', '/inspections'],
  title: ({ organizationId, designation }) => ({
    kind: 'organization',
    id: organizationId,
    after: ` · ${designation}`,
  }),
  steps: [
    { name: '准备', in: ['preparing'] },
    { name: '进驻', in: ['entered'], on: ({ enteredOn }) => enteredOn },
    { name: '了解', in: ['investigating'] },
    { name: '离开', in: ['leftSite'], on: ({ leftOn }) => leftOn },
    { name: '起草报告', in: ['drafting'] },
    { name: '听取', in: ['reported'], on: ({ reportedOn }) => reportedOn },
    { name: '决定处置', in: ['decided'], on: ({ decidedOn }) => decidedOn },
    { name: '反馈', in: ['fedBack'], on: ({ fedBackOn }) => fedBackOn },
    { name: '归档', in: ['archived'], on: ({ archivedOn }) => archivedOn },
  ],
  waits: {
    preparing: '组长、副组长或联络员到现场后点“进驻”',
    entered: '开过动员会，点“进入了解”；从现在起可以写日志、起草底稿',
    investigating: '写日志、起草底稿、签批、确认问题；现场工作结束，点“离开”',
    leftSite: '补齐底稿和签字，点“开始起草报告”',
    drafting: '填齐每个问题的五见，报送两报告一清单；巡察办审核后上会听取',
    reported: '五人小组或领导小组逐一决定每个问题的处置',
    decided: '组长拟定反馈意见，当面反馈，由主要负责人签收',
    fedBack: '信访件、问题、线索都有结果以后，巡察办归档',
    cancelled: '任务已取消，没有要做的',
  },
  deadline: ({ feedbackDueOn, fedBackOn }) => ({
    word: '反馈期限',
    due: fedBackOn ? null : feedbackDueOn,
    settled: false,
  }),
  facts: [
    'organizationId',
    'roundId',
    'designation',
    'organizationKind',
    'batch',
    'keyMatters',
    'feedbackDueOn',
  ],
  documents: [
    { query: 'inspectionNotice', name: '巡察通知', also: 'readRound' },
    { query: 'publicNotice', name: '巡察公告', also: 'readRound' },
    { query: 'materialList', name: '材料清单', also: 'readRound' },
  ],
  actions: [
    { command: 'enterSite', in: ['preparing'], isNext: true },
    { command: 'startInvestigating', in: ['entered'], isNext: true },
    { command: 'leaveSite', in: ['investigating'] },
    { command: 'startDrafting', in: ['leftSite'], isNext: true },
    { command: 'extendInspection', in: ['entered', 'investigating'] },
    { command: 'archiveInspection', in: ['fedBack'], isNext: true },
  ],
  more: (view) => <Desk inspection={view} />,
  aside: (view) => (
    <>
      <Members inspection={view} />
      <Extensions inspection={view} />
    </>
  ),
};

function Members({ inspection: { members, teamId } }: { inspection: Inspection }) {
  return (
    <Part title="巡察组人员" aside={<Link to={`/teams/${teamId}` as never}>查看巡察组</Link>}>
      <dl className="pairs">
        {members.map(({ accountId, role }) => (
          <div key={accountId}>
            <dt>{valueWord('role', role)}</dt>
            <dd>
              <NameOf kind="account" id={accountId} />
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

function Extensions({ inspection: { extensions } }: { inspection: Inspection }) {
  if (extensions.length === 0) return null;
  return (
    <Part title="延长与延伸">
      <ol className="timeline">
        {extensions.map(({ on, until, toOrganizationId, reason }, index) => (
          <li key={index}>
            <strong>
              {until && `延长至 ${until}`}
              {until && toOrganizationId && '，'}
              {toOrganizationId && (
                <>
                  延伸至 <NameOf kind="organization" id={toOrganizationId} />
                </>
              )}
            </strong>
            <small className="number">{on}</small>
            <small>{reason}</small>
          </li>
        ))}
      </ol>
    </Part>
  );
}
