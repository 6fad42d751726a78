import { Injectable } from '@nestjs/common';
import { sameColumns, Store } from '@xuncha/service-kit';
import type { Transfer } from './transfer.js';
import { TransferRow } from './transfer.row.js';

@Injectable()
export class TransferStore extends Store<Transfer, TransferRow> {
  /** The organ's people see what was delivered to it; whoever is recused from where the clues arose sees nothing of them. */
  constructor() {
    super({
      aggregate: 'clues.transfer',
      row: TransferRow,
      organization: 'recipientId',
      recusal: 'organizationId',
      team: 'teamId',
      ...sameColumns(),
    });
  }
}
