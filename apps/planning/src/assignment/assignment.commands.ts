/** Assigning teams: to which organizations, and from when on. */
import { Controller } from '@nestjs/common';
import {
  cancelAssignment,
  changeAssignment,
  issueAssignment,
  planAssignment,
  type In,
} from '@xuncha/contracts';
import { newId, type Id } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { OrganizationStore } from '../organization/organization.store.js';
import { RoundStore } from '../round/round.store.js';
import * as assignment from './assignment.js';
import { AssignmentStore } from './assignment.store.js';
import { AuthorizedTeams } from './authorized-teams.js';

@Controller()
export class AssignmentCommands {
  constructor(
    private readonly assignments: AssignmentStore,
    private readonly rounds: RoundStore,
    private readonly organizations: OrganizationStore,
    private readonly teams: AuthorizedTeams,
  ) {}

  @Handles(planAssignment)
  async plan(input: In<typeof planAssignment>, act: Act) {
    const round = await this.rounds.hold(act, input.roundId);
    const arrangement = await this.arrangement(act, input);
    return this.assignments.add(act, assignment.plan(newId(), round, arrangement));
  }

  @Handles(changeAssignment)
  async change(input: In<typeof changeAssignment>, act: Act) {
    const { roundId } = await this.assignments.read(act, input.assignmentId);
    const round = await this.rounds.hold(act, roundId);
    const arrangement = await this.arrangement(act, input);
    return this.assignments.change(act, targetOf(input), (before) =>
      assignment.change(before, round, arrangement),
    );
  }

  @Handles(issueAssignment)
  async issue(input: In<typeof issueAssignment>, act: Act) {
    const planned = await this.assignments.read(act, input.assignmentId);
    const round = await this.rounds.hold(act, planned.roundId);
    const organizationIds = planned.organizations.map((target) => target.organizationId);
    const organizations = await this.organizations.several(act, organizationIds);
    const team = await this.teams.hold(act, planned.teamId);
    const recusals = await this.teams.recusals(act, team, organizationIds);
    return this.assignments.change(act, targetOf(input), (before) =>
      assignment.issue(before, round, { on: act.on, organizations, team, recusals }),
    );
  }

  @Handles(cancelAssignment)
  async cancel(input: In<typeof cancelAssignment>, act: Act) {
    return this.assignments.change(act, targetOf(input), (before) => assignment.cancel(before, input.reason));
  }

  private async arrangement(
    act: Act,
    { batch, designation, organizationIds }: Omit<In<typeof planAssignment>, 'roundId' | 'on'>,
  ): Promise<assignment.Arrangement> {
    return { batch, designation, organizations: await this.organizations.several(act, organizationIds) };
  }
}

function targetOf({ assignmentId, seen }: { assignmentId: Id; seen: number }) {
  return { id: assignmentId, seen };
}
