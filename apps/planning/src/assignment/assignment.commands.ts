/** Assigning teams: which organizations, which people, and from when on. */
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
import type { Team } from './team.js';

@Controller()
export class AssignmentCommands {
  constructor(
    private readonly assignments: AssignmentStore,
    private readonly rounds: RoundStore,
    private readonly organizations: OrganizationStore,
  ) {}

  @Handles(planAssignment)
  async plan(input: In<typeof planAssignment>, act: Act) {
    const round = await this.rounds.hold(act, input.roundId);
    const { batch, team, organizationIds } = input;
    const found = await this.found(act, team, organizationIds);
    return this.assignments.add(act, assignment.plan(newId(), round, { batch, team, ...found }));
  }

  @Handles(changeAssignment)
  async change(input: In<typeof changeAssignment>, act: Act) {
    const { roundId } = await this.assignments.read(act, input.assignmentId);
    const round = await this.rounds.hold(act, roundId);
    const { batch, team, organizationIds } = input;
    const found = await this.found(act, team, organizationIds);
    return this.assignments.change(act, targetOf(input), (before) =>
      assignment.change(before, round, { batch, team, ...found }),
    );
  }

  @Handles(issueAssignment)
  async issue(input: In<typeof issueAssignment>, act: Act) {
    const planned = await this.assignments.read(act, input.assignmentId);
    const round = await this.rounds.hold(act, planned.roundId);
    const organizationIds = planned.organizations.map((target) => target.organizationId);
    const found = await this.found(act, planned, organizationIds);
    const issuedBefore = await this.assignments.issuedTo(act, planned.teamId);
    return this.assignments.change(act, targetOf(input), (before) =>
      assignment.issue(before, round, { on: act.on, issuedBefore, ...found }),
    );
  }

  @Handles(cancelAssignment)
  async cancel(input: In<typeof cancelAssignment>, act: Act) {
    return this.assignments.change(act, targetOf(input), (before) => assignment.cancel(before, input.reason));
  }

  private async found(act: Act, team: Pick<Team, 'members'>, organizationIds: readonly Id[]) {
    const organizations = await this.organizations.several(act, organizationIds);
    const recusals = await this.assignments.recusals(act, team, organizationIds);
    return { organizations, recusals };
  }
}

function targetOf({ assignmentId, seen }: { assignmentId: Id; seen: number }) {
  return { id: assignmentId, seen };
}
