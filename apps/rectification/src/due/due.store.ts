/** A store whose deadlines follow the state: whatever a command does, what is owed afterwards is what the domain says. */
import type { Decision, Receipt } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import {
  clearDeadline,
  setDeadline,
  Store,
  type Act,
  type AggregateRow,
  type Shape,
  type Target,
} from '@xuncha/service-kit';
import { isSame, rungsOf, type Dues } from './due.js';

export class DueStore<T extends { readonly id: Id }, R extends AggregateRow> extends Store<T, R> {
  constructor(
    shape: Shape<T, R>,
    private readonly duesOf: (state: T) => Dues,
  ) {
    super(shape);
  }

  override async addAll(act: Act, decisions: readonly Decision<T>[]): Promise<Receipt[]> {
    const receipts = await super.addAll(act, decisions);
    for (const { state } of decisions) await this.follow(act, state.id, {}, this.duesOf(state));
    return receipts;
  }

  override async change(act: Act, target: Target, decide: (state: T) => Decision<T>): Promise<Receipt> {
    const dues: { before: Dues; after: Dues } = { before: {}, after: {} };
    const receipt = await super.change(act, target, (state) => {
      const decision = decide(state);
      dues.before = this.duesOf(state);
      dues.after = this.duesOf(decision.state);
      return decision;
    });
    await this.follow(act, target.id, dues.before, dues.after);
    return receipt;
  }

  private async follow(act: Act, id: Id, before: Dues, after: Dues): Promise<void> {
    for (const [name, due] of Object.entries(after)) {
      if (isSame(before[name] ?? null, due)) continue;
      if (due) await setDeadline(act, id, { name, ...rungsOf(due) });
      else await clearDeadline(act, id, name);
    }
  }
}
