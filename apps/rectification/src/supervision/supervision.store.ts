import { Injectable } from '@nestjs/common';
import { dateIn } from '@xuncha/domain-kit';
import { sameColumns, Store, type Act, type RungFired } from '@xuncha/service-kit';
import { isOwed, issue, ORDER_SERIES, type AnswerDebt, type Debt, type Supervision } from './supervision.js';
import { SupervisionRow } from './supervision.row.js';

@Injectable()
export class SupervisionStore extends Store<Supervision, SupervisionRow> {
  constructor() {
    super({
      aggregate: 'rectification.supervision',
      row: SupervisionRow,
      organization: 'organizationId',
      ...sameColumns(),
    });
  }

  /** A reminder at the first rung, an order with a number of its own at the last. */
  async issue(act: Act, debt: Debt | AnswerDebt, { rung, dueAt }: RungFired): Promise<void> {
    const dueOn = dateIn(dueAt);
    if (!isOwed(debt, dueOn)) return;
    const on = act.on;
    const issued =
      rung === 'due'
        ? { kind: 'order' as const, number: await act.nextNumber(ORDER_SERIES) }
        : { kind: 'reminder' as const, number: null };
    await this.add(act, issue(debt, { ...issued, dueOn, on }));
  }
}
