import { Injectable } from '@nestjs/common';
import { sameColumns, Store } from '@xuncha/service-kit';
import type { Recusal } from './recusal.js';
import { RecusalRow } from './recusal.row.js';

/** The organization is not named as a scope: the security administrator registers recusals, the person's own included. */
@Injectable()
export class RecusalStore extends Store<Recusal, RecusalRow> {
  constructor() {
    super({ aggregate: 'identity.recusal', row: RecusalRow, ...sameColumns() });
  }
}
