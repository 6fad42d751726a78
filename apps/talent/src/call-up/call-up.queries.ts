import { Controller } from '@nestjs/common';
import { countCallUps, listCallUps, readCallUp, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { CallUpStore } from './call-up.store.js';

@Controller()
export class CallUpQueries {
  constructor(private readonly callUps: CallUpStore) {}

  @Handles(readCallUp)
  async read({ callUpId }: In<typeof readCallUp>, viewer: Caller) {
    return this.callUps.read(viewer, callUpId);
  }

  @Handles(listCallUps)
  async list({ cursor, limit, ...where }: In<typeof listCallUps>, viewer: Caller) {
    return this.callUps.page(viewer, { where, descending: true, cursor, limit });
  }

  @Handles(countCallUps)
  async count(where: In<typeof countCallUps>, viewer: Caller) {
    return this.callUps.counts(viewer, countCallUps, { where });
  }
}
