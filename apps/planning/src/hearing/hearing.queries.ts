import { Controller } from '@nestjs/common';
import { listHearings, readHearing, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { HearingStore } from './hearing.store.js';

@Controller()
export class HearingQueries {
  constructor(private readonly hearings: HearingStore) {}

  @Handles(readHearing)
  async read(input: In<typeof readHearing>, viewer: Caller) {
    return this.hearings.read(viewer, input.hearingId);
  }

  @Handles(listHearings)
  async list(input: In<typeof listHearings>, viewer: Caller) {
    const { cursor, limit, ...where } = input;
    return this.hearings.page(viewer, { where, orderBy: 'heldOn', descending: true, cursor, limit });
  }
}
