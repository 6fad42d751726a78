import { Injectable } from '@nestjs/common';
import { teamIdOf, type Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import type { KnownRound } from '../assignment/round-plans.js';
import type { Candidate } from '../composition/composition.js';
import { PoolReader } from '../inspector/pool.js';
import { ParticipationStore } from '../participation/participation.store.js';
import { TeamStore } from '../team/team.store.js';

/** Everybody in the pool who is in no other team at the time of a round, and where they have been. */
@Injectable()
export class FreePeople {
  constructor(
    private readonly pool: PoolReader,
    private readonly teams: TeamStore,
    private readonly participations: ParticipationStore,
  ) {}

  /** Whoever is in a team that is composed anew is free for it. */
  async of(
    act: Act,
    round: KnownRound,
    designations: readonly string[],
  ): Promise<Omit<Candidate, 'recusedFrom'>[]> {
    const composed = new Set<Id>(designations.map((designation) => teamIdOf(round.id, designation)));
    const engaged = await this.teams.engaged(act, round);
    const taken = new Set(
      engaged.filter(({ teamId }) => !composed.has(teamId)).map((one) => one.inspectorId),
    );
    const inspected = await this.participations.inspected(act);
    const available = await this.pool.available(act, act.on);
    return available
      .filter(({ inspectorId, accountId }) => accountId !== null && !taken.has(inspectorId))
      .map((one) => ({ ...one, inspected: inspected.get(one.inspectorId) ?? [] }));
  }
}
