/**
 * Who read what in one service. Each service extends this with the parts it shows and the event it tells of a look; `More` is what it
 * keeps of a look beyond that, with a row of its own.
 */
import { decide, type Fact } from '@xuncha/contracts';
import { newId, type Id } from '@xuncha/domain-kit';
import { Act } from '../access/act.js';
import type { Caller } from '../access/caller.js';
import type { Criteria } from '../store/page.js';
import { sameColumns, Store } from '../store/store.js';
import { transact } from '../transaction.js';
import { LookRow, type Look } from './look.js';

/** What auditors ask for; one record's looks, or one person's. */
interface Asked {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly recordId?: Id | undefined;
  readonly accountId?: Id | undefined;
}

export class Looks<At extends string, More extends object = object> extends Store<
  Look<At> & More,
  LookRow<At> & More
> {
  constructor(
    service: string,
    private readonly taken: (body: { lookId: Id; at: At; recordId: Id }) => Fact,
    row: new () => LookRow<At> & More = LookRow as never,
  ) {
    super({ aggregate: `${service}.look`, row, ...sameColumns() });
  }

  /**
   * Notes a look of this viewer and commits it, so that a query can hand out what is looked at. The look is the system's own record
   * of the person: whoever may read a record leaves a trace, whatever else they may do.
   */
  async take(
    viewer: Caller,
    at: At,
    recordId: Id,
    ...[more]: object extends More ? [] : [More]
  ): Promise<void> {
    const { runtime, access, moment } = viewer;
    const look = { id: newId(), at, recordId, accountId: viewer.person, takenAt: moment.now };
    const taken = decide(
      { ...look, ...more } as Look<At> & More,
      this.taken({ lookId: look.id, at, recordId }),
    );
    await transact(runtime.db, async (manager) => {
      const act = new Act(runtime, { ...viewer.who, permission: null }, access, { ...moment, manager });
      await this.add(act, taken);
    });
    runtime.committed();
  }

  /** The newest first, as contracts show them. */
  async list(viewer: Caller, { cursor, limit, ...where }: Asked) {
    const criteria = { where, descending: true, cursor, limit } as Criteria<LookRow<At> & More>;
    const page = await this.page(viewer, criteria);
    const items = page.items.map((look) => ({ ...look, takenAt: look.takenAt.toISOString() }));
    return { items, next: page.next };
  }
}
