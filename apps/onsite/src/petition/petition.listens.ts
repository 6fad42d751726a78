import { Controller } from '@nestjs/common';
import { OnRung, type Act, type RungFired } from '@xuncha/service-kit';
import { ANSWER_DEADLINE } from './answer-deadline.js';
import * as petition from './petition.js';
import { PetitionStore } from './petition.store.js';

@Controller()
export class PetitionListens {
  constructor(private readonly petitions: PetitionStore) {}

  @OnRung(ANSWER_DEADLINE)
  async whenAnswerFallsDue_press({ aggregateId, rung }: RungFired, act: Act) {
    await this.petitions.change(act, { id: aggregateId }, (before) => petition.press(before, rung));
  }
}
