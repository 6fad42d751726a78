import { Controller } from '@nestjs/common';
import {
  approveTransfer,
  approveTransferAsLeader,
  approveTransferAsOffice,
  deliverTransfer,
  draftTransfer,
  receiveTransfer,
  redraftTransfer,
  returnTransfer,
  type In,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { endHandover, endReceipt, startHandover, startReceipt } from './deadlines.js';
import { Disposals } from './disposals.js';
import { Goods } from './goods.js';
import { Proofs } from './proofs.js';
import * as transfer from './transfer.js';
import { TransferStore } from './transfer.store.js';

/** Series of the letters that clues go with: 瑞线移〔2017〕3号. */
const SERIES = '线移';

@Controller()
export class TransferCommands {
  constructor(
    private readonly transfers: TransferStore,
    private readonly goods: Goods,
    private readonly disposals: Disposals,
    private readonly proofs: Proofs,
  ) {}

  @Handles(draftTransfer)
  async draft({ clueIds, ...told }: In<typeof draftTransfer>, act: Act) {
    const { organId, deviation = null } = told;
    const toGo = await this.goods.toGo(act, clueIds);
    const drafted = transfer.draft(newId(), toGo, { organId, deviation }, doneBy(act));
    const receipt = await this.transfers.add(act, drafted);
    await this.prepare(act, drafted.state);
    return receipt;
  }

  @Handles(redraftTransfer)
  async redraft({ transferId, seen, clueIds, ...told }: In<typeof redraftTransfer>, act: Act) {
    const { organId, deviation = null } = told;
    const toGo = await this.goods.toGo(act, clueIds);
    const receipt = await this.transfers.change(act, { id: transferId, seen }, (before) =>
      transfer.redraft(before, toGo, { organId, deviation }, doneBy(act)),
    );
    await this.prepare(act, await this.transfers.read(act, transferId));
    return receipt;
  }

  @Handles(approveTransferAsLeader)
  async approveAsLeader({ transferId, seen, opinion }: In<typeof approveTransferAsLeader>, act: Act) {
    return this.transfers.change(act, { id: transferId, seen }, (before) => {
      const leadsTeam = act.hasRole('leader', { teamId: before.teamId });
      return transfer.approveAsLeader(before, { opinion, leadsTeam, ...doneBy(act) });
    });
  }

  @Handles(approveTransferAsOffice)
  async approveAsOffice({ transferId, seen, opinion }: In<typeof approveTransferAsOffice>, act: Act) {
    return this.transfers.change(act, { id: transferId, seen }, (before) =>
      transfer.approveAsOffice(before, { opinion, ...doneBy(act) }),
    );
  }

  @Handles(approveTransfer)
  async approve({ transferId, seen, opinion }: In<typeof approveTransfer>, act: Act) {
    const { clueIds } = await this.transfers.read(act, transferId);
    const clues = await this.goods.read(act, clueIds);
    const decidedOtherwise = await this.disposals.againstTransfer(act, clues);
    return this.transfers.change(act, { id: transferId, seen }, (before) =>
      transfer.approve(before, { opinion, decidedOtherwise, ...doneBy(act) }),
    );
  }

  @Handles(returnTransfer)
  async return({ transferId, seen, reason }: In<typeof returnTransfer>, act: Act) {
    const receipt = await this.transfers.change(act, { id: transferId, seen }, (before) =>
      transfer.sendBack(before, { opinion: reason, ...doneBy(act) }),
    );
    const returned = await this.transfers.read(act, transferId);
    await this.goods.setFree(act, returned);
    await endHandover(act, returned);
    return receipt;
  }

  @Handles(deliverTransfer)
  async deliver({ transferId, seen }: In<typeof deliverTransfer>, act: Act) {
    const number = await act.nextNumber(SERIES);
    const letter = await this.proofs.letter(act, transferId, number);
    const receipt = await this.transfers.change(act, { id: transferId, seen }, (before) =>
      transfer.deliver(before, { number, letter, ...doneBy(act) }),
    );
    const delivered = await this.transfers.read(act, transferId);
    await endHandover(act, delivered);
    await startReceipt(act, delivered);
    return receipt;
  }

  @Handles(receiveTransfer)
  async receive({ transferId, seen, signature }: In<typeof receiveTransfer>, act: Act) {
    const organSignature = signature ?? null;
    const proof = await this.proofs.receipt(act, transferId, organSignature);
    const receipt = await this.transfers.change(act, { id: transferId, seen }, (before) => {
      const belongs = belongsTo(act, before.organId);
      return transfer.receive(before, { belongs, receipt: proof, organSignature, ...doneBy(act) });
    });
    const received = await this.transfers.read(act, transferId);
    await this.goods.receive(act, received);
    await endReceipt(act, received);
    return receipt;
  }

  /** The clues go with the transfer or not at all: one transaction. */
  private async prepare(act: Act, drafted: transfer.Transfer): Promise<void> {
    await this.goods.pack(act, drafted);
    await startHandover(act, drafted);
  }
}

function doneBy({ person, on }: Act): transfer.Done {
  return { by: person, on };
}

/** One of the organ's own custodians: their grant is limited to it. */
function belongsTo({ access }: Act, organId: string): boolean {
  return access.grants.some((grant) => grant.role === 'organCustodian' && grant.organizationId === organId);
}
