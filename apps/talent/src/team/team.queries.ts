import { Controller } from '@nestjs/common';
import {
  countTeams,
  listAssignments,
  listTeams,
  readRound,
  readTeam,
  readTeamCheck,
  teamAuthorization,
  type In,
} from '@xuncha/contracts';
import { Documents, forms } from '@xuncha/documents';
import { refuseIf } from '@xuncha/domain-kit';
import { Handles, namesFor, type Caller, type Versioned } from '@xuncha/service-kit';
import { authorizationOf } from './authorization.js';
import type { Team } from './team.js';
import { TeamStore } from './team.store.js';

@Controller()
export class TeamQueries {
  constructor(
    private readonly teams: TeamStore,
    private readonly documents: Documents,
  ) {}

  @Handles(readTeam)
  async read({ teamId }: In<typeof readTeam>, viewer: Caller) {
    return viewOf(await this.teams.read(viewer, teamId), viewer);
  }

  @Handles(teamAuthorization)
  async authorization(input: In<typeof teamAuthorization>, viewer: Caller) {
    const team = await this.read(input, viewer);
    const { id, roundId, members, authorizedOn } = team;
    refuseIf(authorizedOn === null, 'team.no-authorization');
    const [round, { items }] = await Promise.all([
      viewer.ask(readRound, { roundId }),
      viewer.ask(listAssignments, { teamId: id, limit: 200 }),
    ]);
    const standing = items.filter(({ state }) => state !== 'cancelled');
    const organizationIds = standing.flatMap(({ organizations }) =>
      organizations.map((one) => one.organizationId),
    );
    const accounts = members.map(({ accountId }) => accountId);
    const names = await namesFor(viewer, { organizations: organizationIds, accounts });
    const filling = authorizationOf(team, { round: round.name, organizationIds }, names);
    return { id, ...(await this.documents.write(forms.teamAuthorization, names.site, filling)) };
  }

  @Handles(listTeams)
  async list({ cursor, limit, inspectorId, ...where }: In<typeof listTeams>, viewer: Caller) {
    const page = await this.teams.page(viewer, { where, cursor, limit }, inspectorId);
    return { items: page.items.map((team) => viewOf(team, viewer)), next: page.next };
  }

  @Handles(countTeams)
  async count({ inspectorId, ...where }: In<typeof countTeams>, viewer: Caller) {
    return this.teams.counts(viewer, countTeams, { where }, inspectorId);
  }

  @Handles(readTeamCheck)
  async readCheck({ teamId }: In<typeof readTeamCheck>, viewer: Caller) {
    const results = await this.teams.lastCheck(viewer, teamId);
    return { results };
  }
}

/** Without the organizations that the viewer must not know of. */
function viewOf(team: Versioned<Team>, viewer: Caller) {
  return {
    ...team,
    members: [...team.members],
    clearOf: team.clearOf.filter((id) => !viewer.isRecusedFrom(id)),
    replacements: team.replacements.map((one) => ({ ...one, left: [...one.left], joined: [...one.joined] })),
  };
}
