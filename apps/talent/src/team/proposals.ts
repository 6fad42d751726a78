import { Injectable } from '@nestjs/common';
import type { ProposedMember, Receipt } from '@xuncha/contracts';
import { teamIdOf, type Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import { BenchReader } from './bench-reader.js';
import * as team from './team.js';
import { TeamStore } from './team.store.js';

/** Takes down whom a team is to have, whether somebody chose them or they were composed. */
@Injectable()
export class Proposals {
  constructor(
    private readonly teams: TeamStore,
    private readonly benches: BenchReader,
  ) {}

  async propose(act: Act, proposal: team.Proposal): Promise<Receipt> {
    const { roundId, designation, members } = proposal;
    const teamId = teamIdOf(roundId, designation);
    const withdrawn = await this.teams.hold(act, teamId);
    const bench = await this.benches.of(act, { teamId, roundId }, idsOf(members));
    if (!withdrawn) return this.teams.add(act, team.propose(proposal, bench, act.person));
    return this.teams.change(act, { id: teamId }, (before) =>
      team.propose(proposal, bench, act.person, before),
    );
  }
}

export function idsOf(members: readonly ProposedMember[]): Id[] {
  return members.map(({ inspectorId }) => inspectorId);
}
