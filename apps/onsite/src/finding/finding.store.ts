import { Injectable } from '@nestjs/common';
import type { FiveSee } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Act, type Caller } from '@xuncha/service-kit';
import type { Finding } from './finding.js';
import * as finding from './finding.js';
import { FindingRow } from './finding.row.js';

type State = Finding['state'];

@Injectable()
export class FindingStore extends Store<Finding, FindingRow> {
  constructor() {
    super({
      aggregate: 'onsite.finding',
      row: FindingRow,
      organization: 'organizationId',
      team: 'teamId',
      searched: ({ title }) => [title],
      indexed: true,
      ...sameColumns(),
    });
  }

  async inStates(viewer: Caller, inspectionId: Id, ...state: readonly State[]) {
    return this.find(viewer, { where: { inspectionId, state } });
  }

  /** Of which the report speaks: neither merged nor dropped, nor decided yet. */
  async standing(viewer: Caller, inspectionId: Id) {
    return this.inStates(viewer, inspectionId, 'confirmed', 'reported');
  }

  /** All that a report speaks of, whatever became of them since. */
  async inList(viewer: Caller, inspectionId: Id) {
    return this.inStates(viewer, inspectionId, 'reported', 'decided', 'fedBack');
  }

  /** Neither fed back nor merged nor dropped. */
  async countUnended(viewer: Caller, inspectionId: Id): Promise<number> {
    return (await this.inStates(viewer, inspectionId, 'confirmed', 'reported', 'decided')).length;
  }

  /** All that are in the list of a report, with what the report says of them. */
  async report(act: Act, findings: readonly Finding[], given: ReadonlyMap<Id, FiveSee>): Promise<void> {
    for (const { id } of findings) {
      await this.change(act, { id }, (before) => finding.report(before, given.get(id)));
    }
  }

  async feedBack(act: Act, findingIds: readonly Id[]): Promise<void> {
    const done = { by: act.person, on: act.on };
    for (const id of findingIds) await this.change(act, { id }, (before) => finding.feedBack(before, done));
  }
}
