import { Controller } from '@nestjs/common';
import { holdHearing, type In } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import type { Round } from '../round/round.js';
import { RoundStore } from '../round/round.store.js';
import * as hearing from './hearing.js';
import { HearingStore } from './hearing.store.js';

@Controller()
export class HearingCommands {
  constructor(
    private readonly hearings: HearingStore,
    private readonly rounds: RoundStore,
  ) {}

  @Handles(holdHearing)
  async hold(input: In<typeof holdHearing>, act: Act) {
    const rounds: Round[] = [];
    for (const id of input.roundIds) rounds.push(await this.rounds.read(act, id));
    const { body, decisions } = input;
    return this.hearings.add(act, hearing.hold(newId(), { body, heldOn: act.on, decisions }, rounds));
  }
}
