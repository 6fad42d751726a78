import { Controller } from '@nestjs/common';
import { assignmentEntered, roundCancelled, roundClosed, type BodyOf } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { RoundPlans } from '../assignment/round-plans.js';
import { Rechecks } from '../recusal/rechecks.js';
import * as team from './team.js';
import { TeamStore } from './team.store.js';

@Controller()
export class TeamListens {
  constructor(
    private readonly teams: TeamStore,
    private readonly plans: RoundPlans,
    private readonly rechecks: Rechecks,
  ) {}

  @Listens(assignmentEntered)
  async whenAssignmentEntered_activateTeam({ body }: Envelope<BodyOf<typeof assignmentEntered>>, act: Act) {
    const teamId = await this.plans.teamOf(act, body.assignmentId);
    const found = teamId && (await this.teams.hold(act, teamId));
    if (found) await this.teams.change(act, { id: found.id }, team.enter);
  }

  @Listens(roundClosed)
  async whenRoundClosed_endAuthority({ body }: Envelope<BodyOf<typeof roundClosed>>, act: Act) {
    await this.endAll(act, body.roundId);
  }

  @Listens(roundCancelled)
  async whenRoundCancelled_endAuthority({ body }: Envelope<BodyOf<typeof roundCancelled>>, act: Act) {
    await this.endAll(act, body.roundId);
  }

  /** Nobody is in the team any more, so nobody has to stay away because of it. */
  private async endAll(act: Act, roundId: Id): Promise<void> {
    await this.plans.noteEnd(act, roundId);
    for (const { id } of await this.teams.find(act, { where: { roundId } })) {
      await this.teams.change(act, { id }, (before) => team.endWithRound(before, act.on));
      await this.rechecks.settle(act, id, { examined: [] });
    }
  }
}
