import { Injectable } from '@nestjs/common';
import type { Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Caller } from '@xuncha/service-kit';
import type { Outcome } from './outcome.js';
import { OutcomeRow } from './outcome.row.js';

@Injectable()
export class OutcomeStore extends Store<Outcome, OutcomeRow> {
  /** As with clues: the organ's people see what their organ works on, whoever is recused from where it arose sees nothing. */
  constructor() {
    super({
      aggregate: 'clues.outcome',
      row: OutcomeRow,
      organization: 'organId',
      recusal: 'organizationId',
      ...sameColumns(),
    });
  }

  async countStanding(viewer: Caller, clueId: Id): Promise<number> {
    return (await this.find(viewer, { where: { clueId, state: 'recorded' } })).length;
  }
}
