import { Injectable } from '@nestjs/common';
import { refuseIf, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Caller } from '@xuncha/service-kit';
import type { WorkingPaper } from './working-paper.js';
import { WorkingPaperRow } from './working-paper.row.js';

@Injectable()
export class WorkingPaperStore extends Store<WorkingPaper, WorkingPaperRow> {
  constructor() {
    super({
      aggregate: 'onsite.workingPaper',
      row: WorkingPaperRow,
      organization: 'organizationId',
      team: 'teamId',
      ...sameColumns(),
    });
  }

  /** Refuses `record.unknown` where the viewer may not see one of them. */
  async all(viewer: Caller, ids: readonly Id[]): Promise<WorkingPaper[]> {
    const wanted = [...new Set(ids)];
    const found = await this.find(viewer, { where: { id: wanted } });
    const missing = wanted.filter((id) => !found.some((paper) => paper.id === id));
    refuseIf(missing.length > 0, 'record.unknown', { id: missing[0] });
    return found;
  }
}
