import { Controller } from '@nestjs/common';
import { clueRaised, type BodyOf } from '@xuncha/contracts';
import { Listens, OnRung, type Act, type Envelope, type RungFired } from '@xuncha/service-kit';
import * as clue from './clue.js';
import { ClueStore } from './clue.store.js';
import { ANSWER_DEADLINE, HELD_DEADLINE } from './deadlines.js';

@Controller()
export class ClueListens {
  constructor(private readonly clues: ClueStore) {}

  /** By its number alone: what it says is fetched before the transaction that keeps it (ContentPull). */
  @Listens(clueRaised)
  async whenClueRaised_open({ body }: Envelope<BodyOf<typeof clueRaised>>, act: Act) {
    await this.clues.add(act, clue.open(body));
  }

  @OnRung(ANSWER_DEADLINE)
  async whenAnswerFallsDue_press({ aggregateId, rung }: RungFired, act: Act) {
    const pressed = rung === 'amber' ? 'reminder' : 'overdue';
    await this.clues.change(act, { id: aggregateId }, (before) => clue.press(before, pressed, act.on));
  }

  @OnRung(HELD_DEADLINE)
  async whenHeldLongEnough_comeBack({ aggregateId }: RungFired, act: Act) {
    await this.clues.change(act, { id: aggregateId }, (before) => clue.comeBack(before, before.heldUntil!));
  }
}
