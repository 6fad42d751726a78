/** Being sent gives the members of a team their roles, for the team's own records and as long as its round lasts (rules.md 1). */
import { Controller } from '@nestjs/common';
import {
  assignmentCancelled,
  assignmentIssued,
  roundCancelled,
  roundClosed,
  teamChanged,
  teamReleased,
  type BodyOf,
  type TeamMember,
} from '@xuncha/contracts';
import { DomainError, idFrom, type Id } from '@xuncha/domain-kit';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { GrantStore } from './grant.store.js';
import { RoundAuthority } from './round-authority.js';
import { TeamAssignments } from './team-assignments.js';
import { TeamRosters } from './team-rosters.js';

interface Team {
  readonly teamId: Id;
  readonly roundId: Id;
}

@Controller()
export class GrantListens {
  constructor(
    private readonly grants: GrantStore,
    private readonly assignments: TeamAssignments,
    private readonly rosters: TeamRosters,
    private readonly rounds: RoundAuthority,
  ) {}

  /** Planning may not have heard yet that somebody was replaced; what talent said last holds. */
  @Listens(assignmentIssued)
  async whenAssignmentIssued_grantTeam({ body, id }: Envelope<BodyOf<typeof assignmentIssued>>, act: Act) {
    const { teamId, roundId, assignmentId } = body;
    await this.assignments.add(act, assignmentId, teamId);
    const members = (await this.rosters.read(act, teamId)) ?? body.members;
    await this.grantAll(act, { teamId, roundId }, members, id);
  }

  /** Who left loses the team's rights with the event; who came has them where the team has been sent already. */
  @Listens(teamChanged)
  async whenTeamChanged_followIt({ body, id }: Envelope<BodyOf<typeof teamChanged>>, act: Act) {
    const { teamId, roundId, members } = body;
    await this.rosters.note(act, teamId, members);
    await this.grants.revokeOthers(act, teamId, members);
    if ((await this.assignments.count(act, teamId)) === 0) return;
    await this.grantAll(act, { teamId, roundId }, members, id);
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
    await this.endRound(act, body.roundId);
  }

  @Listens(roundCancelled)
  async whenRoundCancelled_endAuthority({ body }: Envelope<BodyOf<typeof roundCancelled>>, act: Act) {
    await this.endRound(act, body.roundId);
  }

  @Listens(teamReleased)
  async whenTeamReleased_endAuthority({ body }: Envelope<BodyOf<typeof teamReleased>>, act: Act) {
    await this.grants.revokeAll(act, { teamId: body.teamId });
  }

  private async endRound(act: Act, roundId: Id): Promise<void> {
    await this.rounds.end(act, roundId);
    await this.grants.revokeAll(act, { roundId });
  }

  private async grantAll(act: Act, team: Team, members: readonly TeamMember[], eventId: Id): Promise<void> {
    if (!(await this.rounds.lasts(act, team.roundId))) return;
    const held = await this.grants.find(act, { where: { teamId: team.teamId, state: 'active' } });
    for (const { accountId, role } of members)
      if (!held.some((grant) => grant.accountId === accountId && grant.role === role))
        await this.grantMember(act, { accountId, role }, team, idFrom(eventId, accountId + role));
  }

  /** Neither planning nor talent knows accounts. One that cannot have the role is passed over, so that the rest of the team can begin. */
  private async grantMember(act: Act, member: TeamMember, team: Team, id: Id): Promise<void> {
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
