import { Injectable } from '@nestjs/common';
import { sameColumns, Store } from '@xuncha/service-kit';
import type { Outcome } from './outcome.js';
import { OutcomeRow } from './outcome.row.js';

@Injectable()
export class OutcomeStore extends Store<Outcome, OutcomeRow> {
  constructor() {
    super({
      aggregate: 'rectification.outcome',
      row: OutcomeRow,
      organization: 'organizationId',
      ...sameColumns(),
    });
  }
}
