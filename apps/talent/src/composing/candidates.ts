import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { teamIdOf, type Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import { RoundPlans, type KnownRound } from '../assignment/round-plans.js';
import type { Candidate, Needs } from '../composition/composition.js';
import { InspectorStore } from '../inspector/inspector.store.js';
import { Examiner } from '../recusal/examiner.js';
import { breachesIn } from '../team/members.js';
import type { Composing } from './composing.js';
import { FreePeople } from './free-people.js';

/** Examined at a time, so that others get their turn while the whole pool is gone through. */
const PORTION = 10;

export interface Ground {
  readonly needs: Needs;
  readonly pool: readonly Candidate[];
}

/** What a search starts from: what each team is to inspect, and everybody who is free, with where they may not go (rules.md 2). */
@Injectable()
export class Candidates {
  constructor(
    private readonly plans: RoundPlans,
    private readonly people: FreePeople,
    private readonly inspectors: InspectorStore,
    private readonly examiner: Examiner,
  ) {}

  /** Of everybody, or of those named only. */
  async ground(
    act: Act,
    { roundId, needs }: Pick<Composing, 'roundId' | 'needs'>,
    named?: ReadonlySet<Id>,
  ): Promise<Ground> {
    const round = await this.plans.round(act, roundId);
    const teams = [];
    for (const team of needs.teams) {
      const places = await this.plans.organizationsOf(act, teamIdOf(roundId, team.designation));
      teams.push({ ...team, organizationIds: places.map(({ organizationId }) => organizationId) });
    }
    const designations = needs.teams.map(({ designation }) => designation);
    const everybody = await this.people.of(act, round, designations);
    const free = everybody.filter(({ inspectorId }) => named === undefined || named.has(inspectorId));
    const places = [...new Set(teams.flatMap(({ organizationIds }) => organizationIds))];
    const recused = await this.recused(act, round, {
      inspectorIds: free.map((one) => one.inspectorId),
      places,
    });
    const pool = free.map((one) => ({ ...one, recusedFrom: recused.get(one.inspectorId) ?? [] }));
    return { needs: { ...needs, teams }, pool };
  }

  private async recused(
    act: Act,
    round: KnownRound,
    { inspectorIds, places }: { inspectorIds: readonly Id[]; places: readonly Id[] },
  ): Promise<Map<Id, Id[]>> {
    const found = new Map<Id, Id[]>();
    const asked = places.map((organizationId) => ({ organizationId, entered: false }));
    for (let start = 0; start < inspectorIds.length; start += PORTION) {
      const portion = await this.inspectors.several(act, inspectorIds.slice(start, start + PORTION));
      for (const { inspectorId, organizationId } of breachesIn(
        await this.examiner.examine(act, round, portion, asked),
      ))
        found.set(inspectorId, [...(found.get(inspectorId) ?? []), organizationId]);
      await setImmediate();
    }
    return found;
  }
}
