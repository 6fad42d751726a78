import { Controller } from '@nestjs/common';
import { findingDecided, type BodyOf } from '@xuncha/contracts';
import { dateIn } from '@xuncha/domain-kit';
import { Listens, OnRung, type Act, type Envelope, type RungFired } from '@xuncha/service-kit';
import { HANDOVER_DEADLINE, RECEIPT_DEADLINE } from './deadlines.js';
import { Disposals } from './disposals.js';
import * as transfer from './transfer.js';
import { TransferStore } from './transfer.store.js';

/** Reading position of the projection. */
export const DISPOSALS = 'disposals';
/** Series of the orders to an organ that does not sign: 瑞线督〔2017〕1号. */
const ORDER_SERIES = '线督';

@Controller()
export class TransferListens {
  constructor(
    private readonly transfers: TransferStore,
    private readonly disposals: Disposals,
  ) {}

  @Listens(findingDecided, DISPOSALS)
  async whenFindingDecided_noteDisposal({ body }: Envelope<BodyOf<typeof findingDecided>>, act: Act) {
    await this.disposals.note(act, body);
  }

  @OnRung(HANDOVER_DEADLINE)
  async whenHandoverFallsDue_press({ aggregateId, rung, dueAt }: RungFired, act: Act) {
    await this.transfers.change(act, { id: aggregateId }, (before) =>
      transfer.pressHandover(before, rung, dateIn(dueAt)),
    );
  }

  @OnRung(RECEIPT_DEADLINE)
  async whenReceiptIsLate_press({ aggregateId, rung }: RungFired, act: Act) {
    const pressing =
      rung === 'due'
        ? { rung: 'order' as const, number: await act.nextNumber(ORDER_SERIES), on: act.on }
        : { rung: 'reminder' as const, number: null, on: act.on };
    await this.transfers.change(act, { id: aggregateId }, (before) =>
      transfer.pressReceipt(before, pressing),
    );
  }
}
