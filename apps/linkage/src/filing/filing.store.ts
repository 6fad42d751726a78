import { Injectable } from '@nestjs/common';
import { sameColumns, Store } from '@xuncha/service-kit';
import type { Filing } from './filing.js';
import { FilingRow } from './filing.row.js';

@Injectable()
export class FilingStore extends Store<Filing, FilingRow> {
  constructor() {
    super({
      aggregate: 'linkage.filing',
      row: FilingRow,
      unique: { one_round: ['filing.exists', 'roundId'] },
      ...sameColumns(),
    });
  }
}
