import { Controller } from '@nestjs/common';
import { discardDraft, keepDraft, type In } from '@xuncha/contracts';
import { Handles, type Act } from '@xuncha/service-kit';
import { DraftStore } from './draft.store.js';

@Controller()
export class DraftCommands {
  constructor(private readonly drafts: DraftStore) {}

  @Handles(keepDraft)
  async keep({ seen, ...writing }: In<typeof keepDraft>, act: Act) {
    return this.drafts.keep(act, { ...writing, seen });
  }

  @Handles(discardDraft)
  async discard(of: In<typeof discardDraft>, act: Act) {
    return { discarded: await this.drafts.discard(act, of) };
  }
}
