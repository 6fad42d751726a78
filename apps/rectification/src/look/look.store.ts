import { Injectable } from '@nestjs/common';
import type { RectificationPart } from '@xuncha/contracts';
import { newId, type Id } from '@xuncha/domain-kit';
import { Act, sameColumns, Store, transact, type Caller } from '@xuncha/service-kit';
import * as look from './look.js';
import { LookRow } from './look.row.js';

@Injectable()
export class LookStore extends Store<look.Look, LookRow> {
  constructor() {
    super({ aggregate: 'rectification.look', row: LookRow, ...sameColumns() });
  }

  /**
   * Notes a look of this viewer and commits it, so that a query can hand out what is looked at. The look is the system's own record
   * of the person: whoever may read a record leaves a trace, whatever else they may do.
   */
  async take(viewer: Caller, at: RectificationPart, recordId: Id): Promise<void> {
    const { runtime, access, moment } = viewer;
    const taken = look.take({ id: newId(), at, recordId, accountId: viewer.person, takenAt: moment.now });
    await transact(runtime.db, async (manager) => {
      const act = new Act(runtime, { ...viewer.who, permission: null }, access, { ...moment, manager });
      await this.add(act, taken);
    });
    runtime.committed();
  }
}
