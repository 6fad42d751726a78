/** A round follows its assignments. */
import { Controller } from '@nestjs/common';
import {
  assignmentCancelled,
  assignmentEntered,
  assignmentLeft,
  roundRescheduled,
  type BodyOf,
} from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { AssignmentStore } from '../assignment/assignment.store.js';
import * as round from './round.js';
import { RoundStore } from './round.store.js';

@Controller()
export class RoundListens {
  constructor(
    private readonly rounds: RoundStore,
    private readonly assignments: AssignmentStore,
  ) {}

  @Listens(assignmentEntered)
  async whenAssignmentEntered_beginRound({ body }: Envelope<BodyOf<typeof assignmentEntered>>, act: Act) {
    await this.rounds.change(act, { id: body.roundId }, round.begin);
  }

  @Listens(assignmentLeft)
  async whenAssignmentLeft_settleRound({ body }: Envelope<BodyOf<typeof assignmentLeft>>, act: Act) {
    await this.settle(act, body.roundId);
  }

  @Listens(assignmentCancelled)
  async whenAssignmentCancelled_settleRound(
    { body }: Envelope<BodyOf<typeof assignmentCancelled>>,
    act: Act,
  ) {
    await this.settle(act, body.roundId);
  }

  @Listens(roundRescheduled)
  async whenRoundRescheduled_settleRound({ body }: Envelope<BodyOf<typeof roundRescheduled>>, act: Act) {
    await this.settle(act, body.roundId);
  }

  /** Events come after their commits, so whoever is last sees all. */
  private async settle(act: Act, roundId: Id): Promise<void> {
    await this.rounds.hold(act, roundId);
    const standings = await this.assignments.standings(act, roundId);
    await this.rounds.change(act, { id: roundId }, (before) => round.settle(before, standings));
  }
}
