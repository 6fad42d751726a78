/** Clues on their way from the desk to the organ; each test goes as far as it needs. */
import {
  approveTransfer,
  approveTransferAsLeader,
  approveTransferAsOffice,
  deliverTransfer,
  draftTransfer,
  readTransfer,
  readTransferForm,
  receiveTransfer,
  returnTransfer,
  type In,
} from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import type { Person } from '@xuncha/testing';
import type { Desk } from '../desk.fixture.js';

export class Batch {
  private constructor(
    private readonly desk: Desk,
    readonly id: Id,
    readonly clueIds: readonly Id[],
  ) {}

  static async draft(
    desk: Desk,
    clueIds: Id[],
    told: Partial<In<typeof draftTransfer>> = {},
  ): Promise<Batch> {
    const drafted = { clueIds, organId: desk.organId, on: desk.on, ...told };
    const { id } = await desk.system.ask(draftTransfer, drafted, desk.people.clueCustodian);
    return new Batch(desk, id, clueIds);
  }

  async approved(): Promise<void> {
    await this.approveAsLeader();
    await this.approveAsOffice();
    await this.approve();
  }
  async received(): Promise<void> {
    await this.approved();
    await this.deliver();
    await this.receive();
  }

  async approveAsLeader(): Promise<void> {
    const { leader } = this.desk.people;
    await this.system.ask(approveTransferAsLeader, await this.approval('组长同意'), leader);
  }
  async approveAsOffice(as = this.desk.people.office): Promise<void> {
    await this.system.ask(approveTransferAsOffice, await this.approval('巡察办同意'), as);
  }
  async approve(): Promise<void> {
    const { leadingGroup } = this.desk.people;
    await this.system.ask(approveTransfer, await this.approval('领导小组同意'), leadingGroup);
  }
  async sendBack(): Promise<void> {
    const reason = { ...(await this.target()), reason: '材料不全' };
    await this.system.ask(returnTransfer, reason, this.desk.people.office);
  }
  async deliver() {
    return this.system.ask(deliverTransfer, await this.target(), this.desk.people.clueCustodian);
  }
  async receive(as = this.desk.people.organCustodian) {
    return this.system.ask(receiveTransfer, await this.target(), as);
  }

  async refusedLeader(as: Person) {
    return this.system.refusal(approveTransferAsLeader, await this.approval('同意'), as);
  }
  async refusedOffice(as: Person) {
    return this.system.refusal(approveTransferAsOffice, await this.approval('同意'), as);
  }
  async refusedApproval(as = this.desk.people.leadingGroup) {
    return this.system.refusal(approveTransfer, await this.approval('同意'), as);
  }
  async refusedDelivery() {
    return this.system.refusal(deliverTransfer, await this.target(), this.desk.people.clueCustodian);
  }

  view() {
    return this.system.ask(readTransfer, { transferId: this.id }, this.desk.people.clueCustodian);
  }
  form() {
    return this.system.ask(readTransferForm, { transferId: this.id }, this.desk.people.office);
  }
  async clueStates(): Promise<string[]> {
    const views = await Promise.all(this.clueIds.map((clueId) => this.desk.clue(clueId)));
    return views.map(({ state }) => state);
  }
  /** What the journal says of pressing, oldest first. */
  async pressed(): Promise<string[]> {
    const types = await this.system.history('clues', this.id);
    return types.filter((type) => /overdue|handoverPressed/.test(type));
  }

  private get system() {
    return this.desk.system;
  }
  private async target() {
    return { transferId: this.id, seen: (await this.view()).version };
  }
  private async approval(opinion: string) {
    return { ...(await this.target()), opinion };
  }
}
