import { Injectable } from '@nestjs/common';
import type { Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import { BenchReader } from '../team/bench-reader.js';
import { breachesIn, type Bench } from '../team/members.js';
import * as team from '../team/team.js';
import { TeamStore } from '../team/team.store.js';
import { RecusalStore } from './recusal.store.js';

/** Recusal is checked again whenever a team, an assignment or a person's record changes (rules.md 2). */
@Injectable()
export class Rechecks {
  constructor(
    private readonly teams: TeamStore,
    private readonly benches: BenchReader,
    private readonly recusals: RecusalStore,
  ) {}

  /** Of a team that is not over; where there is none yet, nothing is to be done. */
  async recheck(act: Act, teamId: Id): Promise<void> {
    const found = await this.teams.hold(act, teamId);
    if (!found || team.isOver(found)) return;
    const { roundId, members } = found;
    const people = members.map(({ inspectorId }) => inspectorId);
    const bench = await this.benches.again(act, { teamId, roundId }, people);
    await this.teams.change(act, { id: teamId }, (before) => team.recheck(before, bench, act.on));
    await this.settle(act, teamId, bench);
  }

  /** What was found of an authorized team stands as recusals from now on; of any other it only blocks. */
  async settle(act: Act, teamId: Id, { examined }: Pick<Bench, 'examined'>): Promise<void> {
    const found = await this.teams.hold(act, teamId);
    if (!found) return;
    const accounts = new Map(found.members.map(({ inspectorId, accountId }) => [inspectorId, accountId]));
    const breaches = team.hasAuthority(found) ? breachesIn(examined) : [];
    const standing = breaches.flatMap((breach) => {
      const accountId = accounts.get(breach.inspectorId);
      return accountId ? [{ ...breach, teamId, accountId }] : [];
    });
    await this.recusals.settle(act, teamId, standing);
  }
}
