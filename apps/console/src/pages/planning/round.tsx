/** The page of a round: its life, its plan, who inspects whom, and its teams. */
import type { Answer } from '../../api/names.js';
import type { Ledger } from '../../kit/ledger.js';
import { related, type RecordSpec } from '../../kit/record.js';
import { ArchivePart } from './archive-part.js';
import { RoundAssignments } from './round-assignments.js';
import { RoundBatches } from './round-batches.js';
import { RoundDocuments } from './round-documents.js';

export type Round = Answer<'readRound'>;

const teams: Ledger<'listTeams'> = {
  query: 'listTeams',
  title: '巡察组',
  says: '',
  columns: ['designation', 'state', 'checkedOn', 'authorizedOn', 'releasedOn'],
  to: ({ id }) => `/teams/${id}`,
  empty: '还没有提出巡察组',
};

/** From its approval on there is something to be filed. */
const archived: readonly Round['state'][] = ['approved', 'teaming', 'underway', 'reporting', 'closed'];

export const round: RecordSpec<'readRound'> = {
  query: 'readRound',
  id: 'roundId',
  history: 'historyOfRound',
  ledger: ['轮次', '/rounds'],
  title: ({ name }) => name,
  steps: [
    { name: '起草', in: ['draft', 'returned'] },
    { name: '报批', in: ['submitted'], by: ({ submittedBy }) => submittedBy },
    { name: '批准', in: ['approved'], on: ({ approvedOn }) => approvedOn, by: ({ decidedBy }) => decidedBy },
    { name: '组建', in: ['teaming'] },
    { name: '进行', in: ['underway'] },
    { name: '汇报', in: ['reporting'] },
    { name: '结束', in: ['closed'], on: ({ closedOn }) => closedOn },
  ],
  waits: {
    draft: '巡察办填好方案，报领导小组批准',
    returned: '巡察办按退回意见修改后再报',
    submitted: '领导小组批准，同时选定制度版本；报批的人不能批准自己报的',
    approved: '巡察办开始组建',
    teaming: '提出巡察组、审核回避、授权，再安排并下达任务；首个组进驻后轮次自动进行',
    underway: '各组都离开后自动进入汇报',
    reporting: '各任务都已报告、反馈并开立整改，或已取消后，由巡察办结束',
  },
  facts: [
    'number',
    'termId',
    'kind',
    'ways',
    'theme',
    'ledBy',
    'leadOrganizationId',
    'joint',
    'cross',
    'upgraded',
    'examinedSince',
    'examinedUntil',
    'profile',
    'cancelReason',
  ],
  texts: ['opinion'],
  documents: [{ query: 'roundPlan', name: '工作方案' }],
  handsOut: (view) => <RoundDocuments round={view} />,
  actions: [
    { command: 'changeRound', in: ['draft', 'returned'], from: planOf },
    { command: 'submitRound', in: ['draft', 'returned'], isNext: true },
    { command: 'returnRound', in: ['submitted'] },
    { command: 'approveRound', in: ['submitted'], isNext: true },
    { command: 'startTeaming', in: ['approved'], isNext: true },
    {
      command: 'rescheduleRound',
      in: ['approved', 'teaming', 'underway'],
      from: ['batches'],
    },
    { command: 'closeRound', in: ['reporting'], isNext: true },
    {
      command: 'cancelRound',
      in: ['draft', 'submitted', 'returned', 'approved', 'teaming'],
      danger: true,
    },
  ],
  more: (view) => (
    <>
      <RoundBatches round={view} />
      <RoundAssignments round={view} />
      <ArchivePart of={{ roundId: view.id }} isOpen={archived.includes(view.state)} />
    </>
  ),
  related: [
    related({
      ledger: teams,
      given: ({ id }) => ({ roundId: id }),
      makes: ['proposeTeam'],
      in: ['teaming', 'underway'],
    }),
  ],
};

function planOf(view: Round) {
  const { termId, name, kind, ways, ledBy, joint, cross, upgraded, theme } = view;
  const { leadOrganizationId, batches, examinedSince, examinedUntil } = view;
  return {
    termId,
    name,
    kind,
    ways,
    ledBy,
    joint,
    cross,
    upgraded,
    theme,
    leadOrganizationId,
    batches,
    examinedSince,
    examinedUntil,
  };
}
