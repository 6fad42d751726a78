/**
 * Clues of one inspection on their way to one organ (rules.md 6, 8). Three people approve it, a letter takes it there, and the organ
 * signs for it once. Every step stays on the approval form, also those of a draft that was returned (NB17-8).
 */
import {
  decide,
  handoverPressed,
  transferApproved,
  transferDelivered,
  transferDrafted,
  transferLeaderApproved,
  transferOfficeApproved,
  transferOverdue,
  transferReceived,
  transferReturned,
  type Decision,
  type TransferPressing,
  type TransferStepKind,
} from '@xuncha/contracts';
import {
  defineFlow,
  refuseIf,
  refuseUnless,
  step,
  type ActionOf,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import { batchOf, type Batch, type ClueToGo, type Told } from './batch.js';

export const flow = defineFlow({
  aggregate: 'clues.transfer',
  initial: 'draft',
  states: {
    draft: { approveAsLeader: 'leader', return: 'returned', pressHandover: 'draft' },
    leader: { approveAsOffice: 'office', return: 'returned', pressHandover: 'leader' },
    office: { approve: 'approved', return: 'returned', pressHandover: 'office' },
    approved: { deliver: 'delivered', return: 'returned', pressHandover: 'approved' },
    returned: { redraft: 'draft' },
    delivered: { receive: 'received', pressReceipt: 'delivered' },
    received: {},
  },
});

/** A line of the approval form. The opinion is restricted and stays in the record. */
export interface TransferStep {
  readonly kind: TransferStepKind;
  readonly by: Id;
  readonly on: BusinessDate;
  readonly opinion: string | null;
}
export interface Pressing {
  readonly rung: TransferPressing;
  /** Of an order. */
  readonly number: string | null;
  readonly on: BusinessDate;
}
export interface Transfer extends Batch {
  readonly id: Id;
  readonly state: StateOf<typeof flow>;
  /** Of the letter it goes with. */
  readonly number: string | null;
  /** The organ from the day of delivery; before it, the organ's own people cannot know of it. */
  readonly recipientId: Id | null;
  readonly draftedOn: BusinessDate;
  readonly deliveredOn: BusinessDate | null;
  readonly steps: readonly TransferStep[];
  readonly pressings: readonly Pressing[];
  /** Signed by the site when it was delivered and received: see `proofs.ts`. */
  readonly letter: string | null;
  readonly receipt: string | null;
  /** What the organ's own program signed when it received. */
  readonly organSignature: string | null;
}

/** Who did a step, and when. */
export interface Done {
  readonly by: Id;
  readonly on: BusinessDate;
}
interface Signed {
  readonly receipt: string;
  readonly organSignature: string | null;
}
interface Opinion extends Done {
  readonly opinion: string;
}

export function draft(id: Id, clues: readonly ClueToGo[], told: Told, done: Done): Decision<Transfer> {
  const batch = batchOf(clues, told, done.on);
  const state: Transfer = {
    id,
    ...batch,
    state: flow.initial,
    number: null,
    recipientId: null,
    draftedOn: done.on,
    deliveredOn: null,
    steps: [{ kind: 'drafted', opinion: null, ...done }],
    pressings: [],
    letter: null,
    receipt: null,
    organSignature: null,
  };
  return decide(state, drafted(state));
}

/** Once more after it was returned, perhaps with other clues or for another organ. */
export function redraft(
  transfer: Transfer,
  clues: readonly ClueToGo[],
  told: Told,
  done: Done,
): Decision<Transfer> {
  const again = advanced(transfer, 'redraft', { kind: 'drafted', opinion: null, ...done });
  const after = { ...again, ...batchOf(clues, told, done.on), draftedOn: done.on };
  return decide(after, drafted(after));
}

/** Clues that moved up from another site have no team here: the office stands in for its leader. */
export function approveAsLeader(
  transfer: Transfer,
  { leadsTeam, ...done }: Opinion & { leadsTeam: boolean },
): Decision<Transfer> {
  const after = approved(transfer, 'approveAsLeader', { kind: 'leaderApproved', ...done });
  refuseUnless(leadsTeam || transfer.teamId === null, 'transfer.not-its-leader');
  return decide(after, transferLeaderApproved(tell(after, done.on)));
}

export function approveAsOffice(transfer: Transfer, done: Opinion): Decision<Transfer> {
  const after = approved(transfer, 'approveAsOffice', { kind: 'officeApproved', ...done });
  return decide(after, transferOfficeApproved(tell(after, done.on)));
}

/** `decidedOtherwise` are the numbers of clues whose findings the five-person group disposed of in another way (rules.md 6). */
export function approve(
  transfer: Transfer,
  { decidedOtherwise, ...done }: Opinion & { decidedOtherwise: readonly string[] },
): Decision<Transfer> {
  const after = approved(transfer, 'approve', { kind: 'approved', ...done });
  refuseIf(decidedOtherwise.length > 0, 'transfer.disposal-decided-otherwise', { numbers: decidedOtherwise });
  return decide(after, transferApproved(tell(after, done.on)));
}

export function sendBack(transfer: Transfer, { opinion, by, on }: Opinion): Decision<Transfer> {
  const after = advanced(transfer, 'return', { kind: 'returned', opinion, by, on });
  return decide(after, transferReturned(tell(after, on)));
}

export function deliver(
  transfer: Transfer,
  { number, letter, by, on }: Done & { number: string; letter: string },
): Decision<Transfer> {
  const sent = advanced(transfer, 'deliver', { kind: 'delivered', opinion: null, by, on });
  const after = { ...sent, number, letter, recipientId: transfer.organId, deliveredOn: on };
  return decide(after, transferDelivered({ ...tell(after, on), ...goodsOf(after) }));
}

/** `belongs`: is one of the organ's own people. The state allows it once, so that a transfer has exactly one receipt (rules.md 8). */
export function receive(
  transfer: Transfer,
  { belongs, receipt, organSignature, by, on }: Done & Signed & { belongs: boolean },
): Decision<Transfer> {
  const received = advanced(transfer, 'receive', { kind: 'received', opinion: null, by, on });
  refuseUnless(belongs, 'transfer.not-its-organ');
  const after = { ...received, receipt, organSignature };
  return decide(after, transferReceived({ ...tell(after, on), ...goodsOf(after) }));
}

/** No receipt in time: a reminder, then an order with a number of its own (rules.md 8). */
export function pressReceipt(transfer: Transfer, pressing: Pressing): Decision<Transfer> {
  const state = step(flow, transfer.state, 'pressReceipt');
  const after = { ...transfer, state, pressings: [...transfer.pressings, pressing] };
  return decide(after, transferOverdue({ ...tell(after, pressing.on), rung: pressing.rung }));
}

/** An important clue found on site waits for its hand-over (urgent.clue.handover). */
export function pressHandover(
  transfer: Transfer,
  rung: 'amber' | 'due',
  dueOn: BusinessDate,
): Decision<Transfer> {
  const state = step(flow, transfer.state, 'pressHandover');
  return decide({ ...transfer, state }, handoverPressed({ transferId: transfer.id, rung, dueOn }));
}

/** Three approvals by three people (rules.md 6); what was approved before a return no longer counts. */
function approved(transfer: Transfer, action: ActionOf<typeof flow>, done: TransferStep): Transfer {
  const after = advanced(transfer, action, done);
  const since = transfer.steps.findLastIndex(({ kind }) => kind === 'drafted');
  const approvers = transfer.steps.slice(since + 1).map(({ by }) => by);
  refuseIf(approvers.includes(done.by), 'transfer.approved-twice-by-one-person');
  return after;
}

function advanced(transfer: Transfer, action: ActionOf<typeof flow>, done: TransferStep): Transfer {
  const state = step(flow, transfer.state, action);
  const since = transfer.steps.at(-1)!.on;
  refuseIf(done.on < since, 'transfer.before-last-step', { since });
  return { ...transfer, state, steps: [...transfer.steps, done] };
}

function drafted(transfer: Transfer) {
  const urgent = transfer.urgentFrom !== null;
  return transferDrafted({ ...tell(transfer, transfer.draftedOn), ...goodsOf(transfer), urgent });
}

function tell({ id: transferId }: Transfer, on: BusinessDate) {
  return { transferId, on };
}

function goodsOf({ organId, clueIds }: Transfer) {
  return { organId, clueIds: [...clueIds] };
}
