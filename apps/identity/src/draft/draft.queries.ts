import { Controller } from '@nestjs/common';
import { listDrafts, readDraft, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { DraftStore } from './draft.store.js';

@Controller()
export class DraftQueries {
  constructor(private readonly drafts: DraftStore) {}

  @Handles(readDraft)
  async read({ form }: In<typeof readDraft>, viewer: Caller) {
    return { draft: await this.drafts.readOwn(viewer, form) };
  }

  @Handles(listDrafts)
  async list(_input: In<typeof listDrafts>, viewer: Caller) {
    return { items: await this.drafts.listOwn(viewer) };
  }
}
