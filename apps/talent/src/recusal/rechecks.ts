import { Injectable } from '@nestjs/common';
import type { Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import { Custodians } from '../custodian/custodians.js';
import { BenchReader } from '../team/bench-reader.js';
import { breachesIn, type Bench, type Examined } from '../team/members.js';
import * as team from '../team/team.js';
import { TeamStore } from '../team/team.store.js';
import type { Breach } from './recusal.js';
import { RecusalStore } from './recusal.store.js';

/** Recusal is checked again whenever a team, an assignment or a person's record changes (rules.md 2). */
@Injectable()
export class Rechecks {
  constructor(
    private readonly teams: TeamStore,
    private readonly benches: BenchReader,
    private readonly custodians: Custodians,
    private readonly recusals: RecusalStore,
  ) {}

  /** Of a team that is not over; where there is none yet, nothing is to be done. */
  async recheck(act: Act, teamId: Id): Promise<void> {
    const found = await this.teams.hold(act, teamId);
    if (!found || team.isOver(found)) return;
    const people = found.members.map(({ inspectorId }) => inspectorId);
    const bench = await this.benches.again(act, { teamId, roundId: found.roundId }, people);
    await this.teams.change(act, { id: teamId }, (before) => team.recheck(before, bench, act.on));
    await this.settle(act, teamId, bench);
  }

  /** Of every team that has authority. */
  async recheckAll(act: Act): Promise<void> {
    const teams = await this.teams.find(act, { where: { state: ['authorized', 'active'] } });
    for (const { id } of teams) await this.recheck(act, id);
  }

  /** A custodian concerns every team. */
  async recheckPeople(act: Act, inspectorIds: readonly Id[]): Promise<void> {
    const custodians = await this.custodians.known(act);
    if (custodians.some(({ inspectorId }) => inspectorIds.includes(inspectorId))) await this.recheckAll(act);
    for (const teamId of await this.teams.openWith(act, inspectorIds)) await this.recheck(act, teamId);
  }

  /** What was found of an authorized team and the custodians stands as recusals from now on; of any other team it only blocks. */
  async settle(act: Act, teamId: Id, { examined }: Pick<Bench, 'examined'>): Promise<void> {
    const found = await this.teams.hold(act, teamId);
    if (!found) return;
    const due = team.hasAuthority(found)
      ? [
          ...breachesOf(found.id, found.members, examined, false),
          ...(await this.breachesOfCustodians(act, found)),
        ]
      : [];
    await this.recusals.settle(act, teamId, due);
  }

  private async breachesOfCustodians(
    act: Act,
    { id: teamId, roundId, members }: team.Team,
  ): Promise<Breach[]> {
    const known = await this.custodians.known(act);
    const beside = known.filter((one) => !members.some(({ inspectorId }) => inspectorId === one.inspectorId));
    const people = beside.map(({ inspectorId }) => inspectorId);
    const { examined } = await this.benches.examine(act, { teamId, roundId }, people);
    return breachesOf(teamId, beside, examined, true);
  }
}

function breachesOf(
  teamId: Id,
  people: readonly { readonly inspectorId: Id; readonly accountId: Id | null }[],
  examined: readonly Examined[],
  custodian: boolean,
): Breach[] {
  const accounts = new Map(people.map(({ inspectorId, accountId }) => [inspectorId, accountId]));
  return breachesIn(examined).flatMap((breach) => {
    const accountId = accounts.get(breach.inspectorId);
    return accountId ? [{ ...breach, teamId, accountId, custodian }] : [];
  });
}
