/** A team's authorization gives its members their roles, for the team's own records and as long as its round lasts (rules.md 1). */
import { Controller } from '@nestjs/common';
import {
  assignmentCancelled,
  assignmentIssued,
  roundCancelled,
  roundClosed,
  type BodyOf,
  type TeamMember,
} from '@xuncha/contracts';
import { DomainError, type Id } from '@xuncha/domain-kit';
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
    for (const member of members) await this.grantMember(act, member, { teamId, roundId });
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

  /** Planning does not know accounts. One that cannot have the role is passed over, so that the rest of the team can begin. */
  private async grantMember(act: Act, member: TeamMember, team: { teamId: Id; roundId: Id }) {
    const id = teamGrantId(team.teamId, member);
    if (await this.grants.exists(act, id)) return;
    try {
      await this.grants.give(act, { ...member, ...team }, id);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { accountId } = member;
      act.runtime.log.warn(
        { code: error.code, accountId, teamId: team.teamId },
        'member of a team got no role',
      );
    }
  }
}
