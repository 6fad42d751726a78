import { Injectable } from '@nestjs/common';
import type { ClueContent } from '@xuncha/contracts';
import { refuse, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Caller } from '@xuncha/service-kit';
import type { Clue, Sealed } from './clue.js';
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

  seal(caller: Caller, id: Id, content: ClueContent): Sealed {
    return caller.runtime.vault.seal(caller.site, place(id), JSON.stringify(content));
  }

  /** Refuses with `clue.handed-over` once only the number is here. */
  open(caller: Caller, { id, content }: Clue): ClueContent {
    if (content === null) return refuse('clue.handed-over');
    return JSON.parse(caller.runtime.vault.open(caller.site, place(id), content)) as ClueContent;
  }
}

/** Ciphertext moved to another clue does not open. */
function place(id: Id): string {
  return `onsite.clue.${id}.content`;
}
