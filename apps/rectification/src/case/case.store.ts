import { Injectable } from '@nestjs/common';
import { decide } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import { sameColumns, type Act } from '@xuncha/service-kit';
import { DueStore } from '../due/due.store.js';
import { personOf } from '../person/person.js';
import { beginWithItem, duesOf, reopenWithItem, type Case } from './case.js';
import { CaseRow } from './case.row.js';

/** As much of an item as says whose it is; an immediate one may have no case yet. */
interface Belonging {
  readonly caseId: Id | null;
  readonly organizationId: Id;
}

@Injectable()
export class CaseStore extends DueStore<Case, CaseRow> {
  constructor() {
    const shape = { aggregate: 'rectification.case', row: CaseRow, organization: 'organizationId' as const };
    super({ ...shape, ...sameColumns() }, duesOf);
  }

  /** Nothing else changes the case, or opens one of its items anew, until this act is over. */
  async hold(act: Act, target: { id: Id; seen: number }): Promise<void> {
    await this.change(act, target, (it) => decide(it));
  }

  /** Work on the item is the beginning of work on its case. */
  async beginWith(act: Act, { caseId }: Belonging): Promise<void> {
    if (caseId) await this.change(act, { id: caseId }, (it) => beginWithItem(it, act.on));
  }

  /** An item that is open again leaves no case closed. */
  async reopenWith(act: Act, { caseId, organizationId }: Belonging): Promise<void> {
    const by = personOf(act, organizationId);
    if (caseId) await this.change(act, { id: caseId }, (it) => reopenWithItem(it, by, act.on));
  }
}
