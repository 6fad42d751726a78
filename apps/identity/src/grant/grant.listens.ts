/** A team's authorization gives its members their roles, for the team's own records and as long as its round lasts (rules.md 1). */
import { Controller } from '@nestjs/common';
import {
  assignmentCancelled,
  assignmentIssued,
  roundCancelled,
  roundClosed,
  type BodyOf,
} from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { teamGrantId } from './grant.js';
import { GrantStore } from './grant.store.js';
import { TeamAssignments } from './team-assignments.js';

@Controller()
export class GrantListens {
  constructor(
    private readonly grants: GrantStore,
    private readonly assignments: TeamAssignments,
  ) {}

  @Listens(assignmentIssued)
  async whenAssignmentIssued_grantTeam({ body }: Envelope<BodyOf<typeof assignmentIssued>>, act: Act) {
    const { teamId, roundId, members } = body;
    await this.assignments.add(act, body.assignmentId, teamId);
    for (const member of members) {
      const id = teamGrantId(teamId, member);
      if (!(await this.grants.exists(act, id)))
        await this.grants.give(act, { ...member, teamId, roundId }, id);
    }
  }

  @Listens(assignmentCancelled)
  async whenAssignmentCancelled_revokeIdleTeam(
    { body }: Envelope<BodyOf<typeof assignmentCancelled>>,
    act: Act,
  ) {
    const left = await this.assignments.remove(act, body.assignmentId, body.teamId);
    if (left === 0) await this.grants.revokeAll(act, { teamId: body.teamId });
  }

  @Listens(roundClosed)
  async whenRoundClosed_endAuthority({ body }: Envelope<BodyOf<typeof roundClosed>>, act: Act) {
    await this.grants.revokeAll(act, { roundId: body.roundId });
  }

  @Listens(roundCancelled)
  async whenRoundCancelled_endAuthority({ body }: Envelope<BodyOf<typeof roundCancelled>>, act: Act) {
    await this.grants.revokeAll(act, { roundId: body.roundId });
  }
}
