/** Transfers of clues to an organ: three approvals, a letter, one receipt. */
import type { Answer } from '../../api/names.js';
import { DaysLeft } from '../../kit/days-left.js';
import type { Ledger } from '../../kit/ledger.js';
import type { RecordSpec } from '../../kit/record.js';
import { NewTransferLink } from './new-transfer-link.js';
import { TransferParts } from './transfer-parts.js';

type Transfer = Answer<'readTransfer'>;
const IN_APPROVAL = ['draft', 'leader', 'office', 'approved'] as const satisfies Transfer['state'][];
const isInApproval = (state: Transfer['state']) => (IN_APPROVAL as readonly string[]).includes(state);

export const transfers: Ledger<'listTransfers'> = {
  query: 'listTransfers',
  title: '线索移交',
  says: '一批线索送一个机关：组长、巡察办、领导小组三方审批，发函，对方签收一次。',
  columns: [
    {
      field: 'number',
      title: '移交函',
      width: 170,
      show: ({ number, draftedOn }) => number ?? `${draftedOn} 起草，未发函`,
    },
    'state',
    { field: 'organId', width: 200 },
    {
      field: 'clueIds',
      title: '线索',
      show: ({ clueIds }) => `${clueIds.length} 条`,
    },
    'urgent',
    'draftedOn',
    'deliveredOn',
    {
      field: 'receiptDueOn',
      show: ({ receiptDueOn, state }) => <DaysLeft due={receiptDueOn} settled={state === 'received'} />,
    },
    'receivedOn',
    { field: 'organizationId', spare: true },
    { field: 'roundId', spare: true },
  ],
  filters: ['organId', 'organizationId', 'roundId'],
  tabs: 'state',
  counts: 'countTransfers',
  to: ({ id }) => `/transfers/${id}`,
  above: () => <NewTransferLink />,
  empty: '没有移交',
};

export const transfer: RecordSpec<'readTransfer'> = {
  query: 'readTransfer',
  id: 'transferId',
  ledger: ['线索移交', '/transfers'],
  title: ({ number, draftedOn }) => number ?? `${draftedOn} 起草的移交`,
  steps: [
    { name: '起草', in: [], on: ({ draftedOn }) => draftedOn },
    { name: '组长审批', in: ['draft'] },
    { name: '巡察办审批', in: ['leader'] },
    { name: '领导小组批准', in: ['office'] },
    { name: '发函送达', in: ['approved'], on: ({ deliveredOn }) => deliveredOn },
    {
      name: '签收',
      in: ['delivered', 'received'],
      on: ({ receivedOn }) => receivedOn,
      by: ({ receivedBy }) => receivedBy,
    },
  ],
  waits: {
    draft: ({ inspectionId }) =>
      inspectionId ? '巡察组组长审批' : '上移来的线索没有巡察组，由巡察办代组长审批',
    leader: '巡察办审批',
    office: '领导小组批准；三方须是三个不同的人',
    approved: '线索保管员发函送达',
    delivered: '接收机关签收；逾期不签收，系统先提醒，再督办',
    returned: '已退回，线索恢复待移交；线索保管员修改后重新起草，三方重新审批',
  },
  rests: {
    received: '已签收；接收机关在期限内反馈每条线索的办理情况',
  },
  deadline: ({ state, receiptDueOn, handoverDueOn }) =>
    isInApproval(state)
      ? { word: '快速移交期限', due: handoverDueOn, settled: false }
      : { word: '签收期限', due: state === 'returned' ? null : receiptDueOn, settled: state === 'received' },
  facts: [
    'organId',
    'urgent',
    'organizationId',
    'inspectionId',
    'draftedOn',
    'handoverDueOn',
    'deliveredOn',
    'receiptDueOn',
    'receivedOn',
    'receivedBy',
  ],
  documents: [
    { query: 'transferApprovalForm', name: '审批表' },
    { query: 'transferReceipt', name: '签收回执', in: ['delivered', 'received'] },
  ],
  actions: [
    {
      command: 'approveTransferAsLeader',
      in: ['draft'],
      isNext: true,
      when: ({ inspectionId }, roles) => roles.includes('leader') || inspectionId === null,
    },
    { command: 'approveTransferAsOffice', in: ['leader'], isNext: true },
    { command: 'approveTransfer', in: ['office'], isNext: true },
    { command: 'deliverTransfer', in: ['approved'], isNext: true },
    // A signature is made by a department's own program, never typed.
    { command: 'receiveTransfer', in: ['delivered'], isNext: true, fixed: () => ({ signature: undefined }) },
    {
      command: 'redraftTransfer',
      in: ['returned'],
      isNext: true,
      from: ['clueIds', 'organId'],
    },
    { command: 'returnTransfer', in: [...IN_APPROVAL], danger: true },
  ],
  more: (view) => <TransferParts view={view} />,
  history: 'historyOfTransfer',
};
