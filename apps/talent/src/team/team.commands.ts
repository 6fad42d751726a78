/** Proposing the people of a team, checking them, authorizing them, and replacing some later. */
import { Controller } from '@nestjs/common';
import {
  authorizeTeam,
  changeProposal,
  checkTeam,
  proposeTeam,
  replaceMembers,
  withdrawTeam,
  type In,
} from '@xuncha/contracts';
import { refuse, type Id } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { Rechecks } from '../recusal/rechecks.js';
import { BenchReader } from './bench-reader.js';
import { idsOf, Proposals } from './proposals.js';
import * as team from './team.js';
import { TeamStore } from './team.store.js';

@Controller()
export class TeamCommands {
  constructor(
    private readonly teams: TeamStore,
    private readonly benches: BenchReader,
    private readonly rechecks: Rechecks,
    private readonly proposals: Proposals,
  ) {}

  @Handles(proposeTeam)
  async propose({ roundId, designation, members }: In<typeof proposeTeam>, act: Act) {
    // Before anything is looked up: whose role holds for one organization only does not hear which rounds there are.
    act.demand('team.propose');
    return this.proposals.propose(act, { roundId, designation, members });
  }

  @Handles(changeProposal)
  async change({ teamId, seen, members }: In<typeof changeProposal>, act: Act) {
    const bench = await this.benches.of(act, await this.which(act, teamId), idsOf(members));
    return this.teams.change(act, { id: teamId, seen }, (before) =>
      team.change(before, members, bench, act.person),
    );
  }

  @Handles(checkTeam)
  async check({ teamId, seen }: In<typeof checkTeam>, act: Act) {
    const { members, ...which } = await this.which(act, teamId);
    const bench = await this.benches.of(act, which, idsOf(members));
    return this.teams.change(act, { id: teamId, seen }, (before) =>
      team.check(before, bench, { by: act.person, on: act.on }),
    );
  }

  @Handles(authorizeTeam)
  async authorize({ teamId, seen }: In<typeof authorizeTeam>, act: Act) {
    const { members, ...which } = await this.which(act, teamId);
    const bench = await this.benches.of(act, which, idsOf(members));
    const authorized = await this.teams.change(act, { id: teamId, seen }, (before) =>
      team.authorize(before, bench, { by: act.person, on: act.on }),
    );
    await this.rechecks.settle(act, teamId, bench);
    return authorized;
  }

  @Handles(replaceMembers)
  async replace({ teamId, seen, members, reason }: In<typeof replaceMembers>, act: Act) {
    const bench = await this.benches.of(act, await this.which(act, teamId), idsOf(members));
    const replaced = await this.teams.change(act, { id: teamId, seen }, (before) =>
      team.replace(before, members, bench, { by: act.person, on: act.on, reason }),
    );
    await this.rechecks.settle(act, teamId, bench);
    return replaced;
  }

  @Handles(withdrawTeam)
  async withdraw({ teamId, seen, reason }: In<typeof withdrawTeam>, act: Act) {
    return this.teams.change(act, { id: teamId, seen }, (before) => team.withdraw(before, reason));
  }

  /** Held, so that what is checked is what is changed. */
  private async which(act: Act, teamId: Id) {
    const found = (await this.teams.hold(act, teamId)) ?? refuse('record.unknown', { id: teamId });
    return { teamId, roundId: found.roundId, members: found.members };
  }
}
