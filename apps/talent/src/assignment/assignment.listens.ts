/** Which team is to inspect what, as planning says; each change of it is a reason to check recusal again (rules.md 2). */
import { Controller } from '@nestjs/common';
import {
  assignmentCancelled,
  assignmentChanged,
  assignmentPlanned,
  assignmentProgressed,
  roundApproved,
  roundRescheduled,
  type BodyOf,
} from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { Rechecks } from '../recusal/rechecks.js';
import { RoundPlans } from './round-plans.js';

type Arranged = Envelope<BodyOf<typeof assignmentPlanned>>;

@Controller()
export class AssignmentListens {
  constructor(
    private readonly plans: RoundPlans,
    private readonly rechecks: Rechecks,
  ) {}

  @Listens(roundApproved)
  async whenRoundApproved_noteIt({ body }: Envelope<BodyOf<typeof roundApproved>>, act: Act) {
    await this.plans.noteRound(act, body);
    if (body.batches) await this.plans.noteDates(act, body.roundId, body.batches);
  }

  @Listens(roundRescheduled)
  async whenRoundRescheduled_noteItsDates({ body }: Envelope<BodyOf<typeof roundRescheduled>>, act: Act) {
    await this.plans.noteDates(act, body.roundId, body.batches);
  }

  @Listens(assignmentPlanned)
  async whenAssignmentPlanned_recheckTeam({ body }: Arranged, act: Act) {
    await this.arrange(act, body);
  }

  @Listens(assignmentChanged)
  async whenAssignmentChanged_recheckTeams({ body }: Arranged, act: Act) {
    await this.arrange(act, body);
  }

  @Listens(assignmentCancelled)
  async whenAssignmentCancelled_recheckTeam(
    { body }: Envelope<BodyOf<typeof assignmentCancelled>>,
    act: Act,
  ) {
    const teamId = await this.plans.forget(act, body.assignmentId);
    if (teamId) await this.rechecks.recheck(act, teamId);
  }

  /** A breach found from now on leaves what was done on site to be gone over. */
  @Listens(assignmentProgressed)
  async whenAssignmentProgressed_noteEntry(
    { body }: Envelope<BodyOf<typeof assignmentProgressed>>,
    act: Act,
  ) {
    const { assignmentId, organizationId, milestone } = body;
    if (milestone === 'entered') await this.plans.noteEntry(act, assignmentId, organizationId);
  }

  /** Assignments from before there was talent say nothing of their team; they are left to planning. */
  private async arrange(act: Act, { assignmentId, roundId, ...arranged }: Arranged['body']): Promise<void> {
    const { teamId, designation, organizationIds } = arranged;
    if (!teamId || !designation || !organizationIds) return;
    const planned = { assignmentId, roundId, teamId, designation, organizationIds };
    for (const id of await this.plans.noteAssignment(act, planned)) await this.rechecks.recheck(act, id);
  }
}
