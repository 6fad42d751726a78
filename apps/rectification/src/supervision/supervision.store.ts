import { Injectable } from '@nestjs/common';
import { dateIn, type BusinessDate } from '@xuncha/domain-kit';
import { runsUntil, sameColumns, Store, type Act, type Criteria, type RungFired } from '@xuncha/service-kit';
import { isOwed, issue, ORDER_SERIES, type AnswerDebt, type Debt, type Supervision } from './supervision.js';
import { SupervisionRow } from './supervision.row.js';

/** Of the three, a reminder or an order is about the most particular. */
const OWING = 'COALESCE(r.itemId, r.caseId, r.adviceLetterId)';
const DEADLINE = `CASE r.matter WHEN 'plan' THEN 'plan.due' WHEN 'reports' THEN 'report.due'
  WHEN 'item' THEN 'item.due' ELSE 'advice.due' END`;
const IS_OWED = runsUntil(OWING, DEADLINE, 'r.dueOn');
/** Once the day is over an order tells of the same debt. */
const IS_LATEST = "(r.kind = 'order' OR r.dueOn >= :today)";

/** Narrows to what is still owed, or to what no longer is; undefined means not asked. */
export function whetherOwed(
  owed: boolean | undefined,
  today: BusinessDate,
): Criteria<SupervisionRow>['also'] {
  if (owed === undefined) return undefined;
  return (query) => void query.andWhere(`${owed ? '' : 'NOT '}(${IS_OWED} AND ${IS_LATEST})`, { today });
}

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
