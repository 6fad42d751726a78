import { Injectable } from '@nestjs/common';
import { profileOf, refuseIf, type Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import { RoundPlans } from '../assignment/round-plans.js';
import { InspectorStore } from '../inspector/inspector.store.js';
import { Examiner } from '../recusal/examiner.js';
import type { Bench } from './members.js';
import { TeamStore } from './team.store.js';

interface Which {
  readonly teamId: Id;
  readonly roundId: Id;
}

/** Reads all that is asked of people before they may be in a team, and keeps what the examination came to. */
@Injectable()
export class BenchReader {
  constructor(
    private readonly teams: TeamStore,
    private readonly plans: RoundPlans,
    private readonly inspectors: InspectorStore,
    private readonly examiner: Examiner,
  ) {}

  /** For a person's decision. Refuses `record.unknown` with the first who is not in this site, and where the round is over. */
  async of(act: Act, which: Which, inspectorIds: readonly Id[]): Promise<Bench> {
    const round = await this.plans.round(act, which.roundId);
    refuseIf(round.over, 'team.round-over', { roundId: round.id });
    const elsewhere = await this.teams.elsewhere(act, { teamId: which.teamId, round }, inspectorIds);
    return { ...(await this.again(act, which, inspectorIds)), elsewhere };
  }

  /** For a recheck, which asks no more than who must stay away. */
  async again(act: Act, which: Which, inspectorIds: readonly Id[]): Promise<Bench> {
    const { round, inspectors, examined } = await this.examine(act, which, inspectorIds);
    await this.teams.noteCheck(act, which.teamId, examined);
    const people = new Map(inspectors.map((one) => [one.id, one]));
    return { profile: profileOf(round.profile), people, elsewhere: [], examined };
  }

  /** Each of these people before each organization of the team's assignments. */
  async examine(act: Act, { teamId, roundId }: Which, inspectorIds: readonly Id[]) {
    const round = await this.plans.round(act, roundId);
    const inspectors = await this.inspectors.several(act, [...new Set(inspectorIds)]);
    const places = await this.plans.organizationsOf(act, teamId);
    const examined = await this.examiner.examine(act, round, inspectors, places);
    return { round, inspectors, examined };
  }
}
