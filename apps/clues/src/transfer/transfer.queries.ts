import { Controller } from '@nestjs/common';
import {
  countTransfers,
  listProofKeys,
  listTransfers,
  readTransfer,
  readTransferForm,
  readTransferProof,
  transferApprovalForm,
  transferReceipt,
  type In,
} from '@xuncha/contracts';
import { Documents, forms } from '@xuncha/documents';
import { refuseUnless } from '@xuncha/domain-kit';
import { Handles, namesFor, type Caller, type Versioned } from '@xuncha/service-kit';
import { ClueStore } from '../clue/clue.store.js';
import { approvalFormOf } from './approval-form.js';
import { handoverDeadline, receiptDeadline } from './deadlines.js';
import { ProofKeys } from './proof-keys.js';
import { receiptOf } from './receipt-slip.js';
import type { Transfer } from './transfer.js';
import { TransferStore } from './transfer.store.js';

@Controller()
export class TransferQueries {
  constructor(
    private readonly transfers: TransferStore,
    private readonly clues: ClueStore,
    private readonly keys: ProofKeys,
    private readonly documents: Documents,
  ) {}

  @Handles(readTransfer)
  async read({ transferId }: In<typeof readTransfer>, viewer: Caller) {
    return viewOf(await this.transfers.read(viewer, transferId));
  }

  @Handles(listTransfers)
  async list({ cursor, limit, ...where }: In<typeof listTransfers>, viewer: Caller) {
    const page = await this.transfers.page(viewer, { where, descending: true, cursor, limit });
    return { items: page.items.map(viewOf), next: page.next };
  }

  @Handles(countTransfers)
  async count(where: In<typeof countTransfers>, viewer: Caller) {
    return this.transfers.counts(viewer, countTransfers, { where });
  }

  @Handles(readTransferForm)
  async readForm({ transferId }: In<typeof readTransferForm>, viewer: Caller) {
    const transfer = await this.transfers.read(viewer, transferId);
    const { id, version, number, state, organId, deviation, steps } = transfer;
    return { id, version, number, state, organId, deviation, steps: [...steps] };
  }

  @Handles(transferApprovalForm)
  async approvalForm(input: In<typeof transferApprovalForm>, viewer: Caller) {
    const form = await this.readForm(input, viewer);
    const transfer = await this.read(input, viewer);
    const clues = await this.clues.find(viewer, { where: { id: transfer.clueIds } });
    const accounts = form.steps.map(({ by }) => by);
    const names = await namesFor(viewer, { organizations: [form.organId], accounts });
    const filling = approvalFormOf({ transfer, form, clues }, names);
    return { id: form.id, ...(await this.documents.write(forms.transferApproval, names.site, filling)) };
  }

  @Handles(transferReceipt)
  async receiptSlip(input: In<typeof transferReceipt>, viewer: Caller) {
    const transfer = await this.read(input, viewer);
    const { id, organId, receivedBy, deliveredOn } = transfer;
    refuseUnless(deliveredOn !== null, 'transfer.not-delivered');
    const names = await namesFor(viewer, { organizations: [organId], accounts: [receivedBy] });
    const filling = receiptOf(transfer, names);
    return { id, ...(await this.documents.write(forms.transferReceipt, names.site, filling)) };
  }

  @Handles(readTransferProof)
  async readProof({ transferId }: In<typeof readTransferProof>, viewer: Caller) {
    const { id, version, letter, receipt, organSignature } = await this.transfers.read(viewer, transferId);
    return { id, version, letter, receipt, organSignature };
  }

  @Handles(listProofKeys)
  proofKeys(_input: In<typeof listProofKeys>, { site }: Caller) {
    return Promise.resolve({ keys: [this.keys.publicKey(site)] });
  }
}

function viewOf(transfer: Versioned<Transfer>) {
  const { id, version, number, state, organId, draftedOn, deliveredOn } = transfer;
  const { inspectionId, organizationId, roundId, urgentFrom } = transfer;
  const receipt = transfer.steps.find(({ kind }) => kind === 'received');
  return {
    id,
    version,
    number,
    state,
    inspectionId,
    organizationId,
    roundId,
    organId,
    urgent: urgentFrom !== null,
    clueIds: [...transfer.clueIds],
    draftedOn,
    handoverDueOn: handoverDeadline(transfer)?.dueOn ?? null,
    deliveredOn,
    receiptDueOn: receiptDeadline(transfer)?.dueOn ?? null,
    receivedBy: receipt?.by ?? null,
    receivedOn: receipt?.on ?? null,
    pressings: [...transfer.pressings],
  };
}
