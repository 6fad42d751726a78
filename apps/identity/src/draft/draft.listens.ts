import { Controller } from '@nestjs/common';
import { OnRung, type Act, type RungFired } from '@xuncha/service-kit';
import { DraftStore, FORGOTTEN } from './draft.store.js';

@Controller()
export class DraftListens {
  constructor(private readonly drafts: DraftStore) {}

  @OnRung(FORGOTTEN)
  async whenForgotten_end({ aggregateId }: RungFired, act: Act) {
    await this.drafts.end(act, aggregateId, 'expired');
  }
}
