import { Controller } from '@nestjs/common';
import { countTeams, listTeams, readTeam, readTeamCheck, type In } from '@xuncha/contracts';
import { Handles, type Caller, type Versioned } from '@xuncha/service-kit';
import type { Team } from './team.js';
import { TeamStore } from './team.store.js';

@Controller()
export class TeamQueries {
  constructor(private readonly teams: TeamStore) {}

  @Handles(readTeam)
  async read({ teamId }: In<typeof readTeam>, viewer: Caller) {
    return viewOf(await this.teams.read(viewer, teamId), viewer);
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
