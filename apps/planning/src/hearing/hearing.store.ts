import { Injectable } from '@nestjs/common';
import { sameColumns, Store } from '@xuncha/service-kit';
import type { Hearing } from './hearing.js';
import { HearingRow } from './hearing.row.js';

@Injectable()
export class HearingStore extends Store<Hearing, HearingRow> {
  constructor() {
    super({ aggregate: 'planning.hearing', row: HearingRow, ...sameColumns() });
  }
}
