/** The clues of a transfer: what happens to it happens to them in the same transaction. */
import { Injectable } from '@nestjs/common';
import { refuse, type Id } from '@xuncha/domain-kit';
import { Act } from '@xuncha/service-kit';
import * as domain from '../clue/clue.js';
import { ClueStore } from '../clue/clue.store.js';
import { propose } from '../routing/routing.js';
import { RoutingStore } from '../routing/routing.store.js';
import type { ClueToGo } from './batch.js';
import type { Transfer } from './transfer.js';

@Injectable()
export class Goods {
  constructor(
    private readonly clues: ClueStore,
    private readonly routings: RoutingStore,
  ) {}

  /** In the order asked for; refuses `record.unknown` where one of them is not to be seen. */
  async read(act: Act, clueIds: readonly Id[]): Promise<domain.Clue[]> {
    const found = await this.clues.find(act, { where: { id: clueIds } });
    return clueIds.map((id) => found.find((clue) => clue.id === id) ?? refuse('record.unknown', { id }));
  }

  async toGo(act: Act, clueIds: readonly Id[]): Promise<ClueToGo[]> {
    const routing = await this.routings.current(act);
    const clues = await this.read(act, clueIds);
    return clues.map((clue) => ({ clue, routedTo: propose(routing, clue).organId }));
  }

  async pack(act: Act, { id: transferId, organId, clueIds }: Transfer): Promise<void> {
    const routing = await this.routings.current(act);
    for (const id of clueIds)
      await this.clues.change(act, { id }, (clue) =>
        domain.putInTransfer(clue, { transferId, organId }, routing),
      );
  }

  async setFree(act: Act, { id: transferId, clueIds }: Transfer): Promise<void> {
    for (const id of clueIds)
      await this.clues.change(act, { id }, (clue) => domain.setFree(clue, transferId));
  }

  async receive(act: Act, { id: transferId, organId, clueIds }: Transfer): Promise<void> {
    const receiving = beyondLimits(act);
    for (const id of clueIds)
      await this.clues.change(receiving, { id }, (clue) =>
        domain.receive(clue, { transferId, organId }, act.on),
      );
  }
}

/** The clues are the organ's from now on and were not before: its custodian's right to the transfer is the right to them. */
function beyondLimits(act: Act): Act {
  const { runtime, who, access, moment } = act;
  const same = new Act(runtime, { ...who, permission: null }, access, moment);
  same.on = act.on;
  return same;
}
