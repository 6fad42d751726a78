/** A transfer: clues for one organ, approved by leader, office and leading group, by three people (rules.md 6), with exactly one receipt (rules.md 8). */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { historyOf } from '../kit/history.js';
import { countsOf } from '../kit/counts.js';
import { documentOf } from '../kit/document.js';
import { BusinessDate, Id, pageInput, pageOf, Text, Version } from '../kit/types.js';
import { Jws } from './transfer-proof.js';

export const TransferState = z.enum([
  'draft',
  'leader',
  'office',
  'approved',
  'delivered',
  'received',
  'returned',
]);
/** What the approval form shows, in the order it happened (NB17-8). */
export const TransferStepKind = z.enum([
  'drafted',
  'leaderApproved',
  'officeApproved',
  'approved',
  'returned',
  'delivered',
  'received',
]);
export type TransferStepKind = z.infer<typeof TransferStepKind>;
/** No receipt in time: a reminder first, an order after as long again (rules.md 8). */
export const TransferPressing = z.enum(['reminder', 'order']);
export type TransferPressing = z.infer<typeof TransferPressing>;

const which = { transferId: Id };
const told = (name: string, summary: string) =>
  event(`clues.transfer.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...which, on: BusinessDate }),
  });
const ofClues = (name: string, summary: string) =>
  event(`clues.transfer.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...which, organId: Id, clueIds: z.array(Id), on: BusinessDate }),
  });
/** Drafted for the first time, or again after it was returned. */
export const transferDrafted = event('clues.transfer.drafted', {
  classification: 'internal',
  summary: '线索移交已起草',
  body: z.object({ ...which, organId: Id, urgent: z.boolean(), clueIds: z.array(Id), on: BusinessDate }),
});
export const transferLeaderApproved = told('leaderApproved', '组长已同意移交');
export const transferOfficeApproved = told('officeApproved', '巡察办已同意移交');
export const transferApproved = told('approved', '领导小组已批准移交');
export const transferReturned = told('returned', '移交已退回');
export const transferDelivered = ofClues('delivered', '线索已移交');
export const transferReceived = ofClues('received', '线索移交已签收');
export const transferOverdue = event('clues.transfer.overdue', {
  classification: 'internal',
  summary: '移交逾期未签收，已催办或督办',
  body: z.object({ ...which, rung: TransferPressing, on: BusinessDate }),
});
/** An important clue found on site is to be approved and handed over within one workday (rules.md 6, urgent.clue.handover). */
export const handoverPressed = event('clues.transfer.handoverPressed', {
  classification: 'internal',
  summary: '重要线索快速移交临期提醒或逾期督办',
  body: z.object({ ...which, rung: z.enum(['amber', 'due']), dueOn: BusinessDate }),
});

const day = BusinessDate.nullable();
export const TransferView = z.object({
  id: Id,
  version: Version,
  number: z.string().nullable().describe('移交函编号'),
  state: TransferState,
  inspectionId: Id.nullable(),
  organizationId: Id.nullable(),
  roundId: Id.nullable(),
  organId: Id.describe('接收机关'),
  urgent: z.boolean(),
  clueIds: z.array(Id),
  draftedOn: BusinessDate,
  handoverDueOn: day.describe('快速移交期限'),
  deliveredOn: day,
  receiptDueOn: day.describe('签收期限'),
  receivedBy: Id.nullable(),
  receivedOn: day,
  pressings: z.array(z.object({ rung: TransferPressing, number: z.string().nullable(), on: BusinessDate })),
});
export const TransferForm = z.object({
  id: Id,
  version: Version,
  number: z.string().nullable(),
  state: TransferState,
  organId: Id,
  deviation: z.string().nullable().describe('接收机关与分流表不同的理由'),
  steps: z.array(
    z.object({ kind: TransferStepKind, by: Id, on: BusinessDate, opinion: z.string().nullable() }),
  ),
});

const on = BusinessDate.optional();
const target = { ...which, seen: Version };
const draft = {
  clueIds: z.array(Id).min(1).max(200).describe('同一次巡察、送同一机关的线索'),
  organId: Id,
  deviation: Text(500).optional().describe('接收机关与分流表不同时，须说明理由'),
};
const approval = z.object({ ...target, opinion: Text(500).describe('审批意见，不写所涉人员'), on });

export const draftTransfer = command('clues.transfer.draft', {
  http: 'POST /transfers',
  permission: 'transfer.draft',
  summary: '起草移交：一批线索送一个机关；含快速移交线索的，须在一个工作日内办完',
  input: z.object({ ...draft, on }),
});
export const redraftTransfer = command('clues.transfer.redraft', {
  http: 'POST /transfers/{transferId}/redraft',
  permission: 'transfer.draft',
  summary: '退回后重新起草，三方重新审批',
  input: z.object({ ...target, ...draft, on }),
});
export const approveTransferAsLeader = command('clues.transfer.approveAsLeader', {
  http: 'POST /transfers/{transferId}/leader-approval',
  permission: 'transfer.lead',
  summary: '巡察组组长审批；上移来的线索没有巡察组，由巡察办代为审批',
  input: approval,
});
export const approveTransferAsOffice = command('clues.transfer.approveAsOffice', {
  http: 'POST /transfers/{transferId}/office-approval',
  permission: 'transfer.office',
  summary: '巡察办审批',
  input: approval,
});
export const approveTransfer = command('clues.transfer.approve', {
  http: 'POST /transfers/{transferId}/approval',
  permission: 'transfer.approve',
  summary: '领导小组批准；三方审批须是三个不同的人',
  input: approval,
});
export const returnTransfer = command('clues.transfer.return', {
  http: 'POST /transfers/{transferId}/return',
  permission: 'transfer.return',
  summary: '退回，线索待重新移交',
  input: z.object({ ...target, reason: Text(500).describe('不写所涉人员'), on }),
});
export const deliverTransfer = command('clues.transfer.deliver', {
  http: 'POST /transfers/{transferId}/deliver',
  permission: 'transfer.deliver',
  summary: '发函移交；未经三方批准不得移交',
  input: z.object({ ...target, on }),
});
export const receiveTransfer = command('clues.transfer.receive', {
  http: 'POST /transfers/{transferId}/receipt',
  permission: 'transfer.receive',
  summary: '接收机关签收，一次为限；签收后可查看线索内容',
  input: z.object({
    ...target,
    signature: Jws.optional().describe('部门系统以登记的公钥对移交编号及移交函散列的签名'),
    on,
  }),
});

export const readTransfer = query('clues.transfer.read', {
  http: 'GET /transfers/{transferId}',
  permission: 'transfer.read',
  classification: 'internal',
  summary: '一次移交；接收机关自移交起可见',
  input: z.object(which),
  output: TransferView,
});
export const historyOfTransfer = historyOf(readTransfer);
export const transferReceipt = documentOf(readTransfer, {
  as: 'receiptSlip',
  summary: '线索移交签收回执，不含线索内容',
});
export const listTransfers = query('clues.transfer.list', {
  http: 'GET /transfers',
  permission: 'transfer.read',
  classification: 'internal',
  summary: '移交台账，新的在前',
  input: z.object({
    ...pageInput,
    state: TransferState.optional(),
    inspectionId: Id.optional(),
    roundId: Id.optional(),
    organizationId: Id.optional(),
    organId: Id.optional(),
  }),
  output: pageOf(TransferView),
});
export const countTransfers = countsOf(listTransfers);
export const readTransferForm = query('clues.transfer.readForm', {
  http: 'GET /transfers/{transferId}/form',
  permission: 'transfer.form',
  classification: 'restricted',
  summary: '线索移交审批表：每一步由谁、何时办理及其意见；查看留痕',
  input: z.object(which),
  output: TransferForm,
});
/** Numbers and natures of the clues, never what they say: whoever approves a transfer does not open them. */
export const transferApprovalForm = documentOf(readTransferForm, {
  as: 'approvalForm',
  summary: '线索移交审批表，不含线索内容；查看留痕',
});
