import { Injectable } from '@nestjs/common';
import type { ClueContent } from '@xuncha/contracts';
import { refuse, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Act, type Caller } from '@xuncha/service-kit';
import type { Clue } from './clue.js';
import { ClueRow } from './clue.row.js';

@Injectable()
export class ClueStore extends Store<Clue, ClueRow> {
  constructor() {
    super({
      aggregate: 'onsite.clue',
      row: ClueRow,
      organization: 'organizationId',
      team: 'teamId',
      ...sameColumns(),
    });
  }

  /** Which the clues service has not taken yet. */
  async countRaised(viewer: Caller, inspectionId: Id): Promise<number> {
    return (await this.find(viewer, { where: { inspectionId, state: 'raised' } })).length;
  }

  /** Refuses with `clue.handed-over` once only the number is here. */
  async open(viewer: Caller, { id, content }: Clue): Promise<ClueContent> {
    if (content === null) return refuse('clue.handed-over');
    const key = (await this.keysOf(viewer, [id])).get(id)!;
    return JSON.parse(key.open('content', content)) as ClueContent;
  }

  /** Handed over: what is left of its content in any copy of the rows opens no more. */
  async shred(act: Act, id: Id): Promise<void> {
    await act.runtime.vault.shred(act, id);
  }
}
