import { Controller } from '@nestjs/common';
import {
  countRaisedClues,
  boxFor,
  listRaisedClues,
  raisedClueContent,
  type ClueInBox,
  type In,
} from '@xuncha/contracts';
import { Handles, SealedBoxes, systemIn, type Caller, type Versioned } from '@xuncha/service-kit';
import type { Clue } from './clue.js';
import { ClueStore } from './clue.store.js';

@Controller()
export class ClueQueries {
  constructor(
    private readonly clues: ClueStore,
    private readonly boxes: SealedBoxes,
  ) {}

  @Handles(listRaisedClues)
  async list({ cursor, limit, ...where }: In<typeof listRaisedClues>, viewer: Caller) {
    const page = await this.clues.page(viewer, { where, descending: true, cursor, limit });
    return { items: page.items.map(entryOf), next: page.next };
  }

  @Handles(countRaisedClues)
  async count(where: In<typeof countRaisedClues>, viewer: Caller) {
    return this.clues.counts(viewer, countRaisedClues, { where });
  }

  /** Whoever asks: the answer opens with the key of the clues service alone. */
  @Handles(raisedClueContent)
  async content({ site, clueId }: In<typeof raisedClueContent>, asking: Caller) {
    const system = systemIn(site, asking);
    const clue = await this.clues.read(system, clueId);
    const { nature, urgent, profile } = clue;
    const contents = [await this.clues.open(system, clue)];
    const packed: ClueInBox = { contents, nature, urgent, profile };
    const { recipient, context } = boxFor(site, clueId);
    return { box: this.boxes.seal(recipient, context, JSON.stringify(packed)) };
  }
}

/** The number, and where it was come upon. */
function entryOf(clue: Versioned<Clue>) {
  const { id, version, number, inspectionId, findingId, petitionId, state, raisedOn } = clue;
  return { id, version, number, inspectionId, findingId, petitionId, state, raisedOn };
}
