import { Controller } from '@nestjs/common';
import { clueTaken, type BodyOf } from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import * as clue from './clue.js';
import { ClueStore } from './clue.store.js';

@Controller()
export class ClueListens {
  constructor(private readonly clues: ClueStore) {}

  /** What came up from a site below was never here. */
  @Listens(clueTaken)
  async whenClueTaken_forgetContent({ body }: Envelope<BodyOf<typeof clueTaken>>, act: Act) {
    if (body.movedFrom) return;
    await this.clues.change(act, { id: body.clueId }, (before) => clue.handOver(before, act.on));
    await this.clues.shred(act, body.clueId);
  }
}
