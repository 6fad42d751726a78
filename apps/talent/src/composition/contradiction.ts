/**
 * Which conditions contradict each other, where no teams meet them all.
 *
 * First a set of which every condition is needed, by halving what is contradictory until nothing can be left out
 * (QuickXplain): preferably of one kind, such as too few leaders for all teams, for that is what people understand;
 * else of what contradicts itself in the relaxation, or else of all. Then whether there is a smaller one: a contradiction
 * shares a condition with every set whose giving up makes teams possible. So none is smaller than the smallest set that
 * shares one with each of those known, and when that is contradictory itself, or as large as the one found, the search
 * is over (implicit hitting sets). Where many teams compete for the same people there are too many such sets: after
 * ROUNDS `smallest` is false, and what is told is still a contradiction of which every condition is needed.
 */
import { canonicalJson } from '@xuncha/domain-kit';
import type { ModelData } from 'highs';
import type { Candidate, TeamNeed } from './composition.js';
import type { Condition } from './condition.js';
import { modelOf, type Model } from './model.js';
import { Sheet } from './sheet.js';
import type { Solved } from './solver.js';

export interface Contradiction {
  readonly conditions: readonly Condition[];
  /** No fewer conditions contradict each other. Otherwise only: without any one of these, these do not. */
  readonly smallest: boolean;
}

/** Throws Stopped where the search was stopped. */
export type Ask = (data: ModelData) => Promise<Exclude<Solved, { readonly status: 'stopped' }>>;
export class Stopped extends Error {}

interface Asked {
  readonly teams: readonly TeamNeed[];
  readonly pool: readonly Candidate[];
}
const ROUNDS = 8;

/** All conditions together cannot be met. Once a contradiction is known, it is told even when stopped. */
export async function contradictionIn(
  asked: Asked,
  all: readonly Condition[],
  ask: Ask,
): Promise<Contradiction> {
  const search = new Search(asked, ask);
  const known = (await search.ofOneKind(all)) ?? (await search.neededOf(await search.suspectsAmong(all)));
  return search.smallestAmong(all, known).catch((error: unknown) => {
    if (error instanceof Stopped) return { conditions: known, smallest: false };
    throw error;
  });
}

class Search {
  constructor(
    private readonly asked: Asked,
    private readonly ask: Ask,
  ) {}

  /** The smallest contradiction among those of conditions of the same kind only. */
  async ofOneKind(all: readonly Condition[]): Promise<readonly Condition[] | undefined> {
    const kinds = new Set(all.map(kindOf));
    const found: (readonly Condition[])[] = [];
    for (const kind of kinds) {
      const ofKind = all.filter((condition) => kindOf(condition) === kind);
      if (await this.isPossible(ofKind)) continue;
      found.push((await this.smallestAmong(ofKind, await this.neededOf(ofKind))).conditions);
    }
    return found.toSorted((one, other) => one.length - other.length)[0];
  }

  /** The conditions in the proof that the relaxation is impossible; all, where only whole people make it so. */
  async suspectsAmong(all: readonly Condition[]): Promise<readonly Condition[]> {
    const model = this.modelFor(all, []);
    const solved = await this.ask(model.data);
    const named = new Set(solved.status === 'infeasible' ? model.conditionsOf(solved.ray) : []);
    const suspects = all.filter((condition) => named.has(condition));
    return suspects.length > 0 && !(await this.isPossible(suspects)) ? suspects : all;
  }

  /** QuickXplain: those of `conditions` without which they and the `given` would not contradict each other. */
  async neededOf(
    conditions: readonly Condition[],
    given: readonly Condition[] = [],
    hasGrown = false,
  ): Promise<readonly Condition[]> {
    if (hasGrown && !(await this.isPossible(given))) return [];
    if (conditions.length === 1) return conditions;
    const half = Math.ceil(conditions.length / 2);
    const [left, right] = [conditions.slice(0, half), conditions.slice(half)];
    const ofRight = await this.neededOf(right, [...given, ...left], true);
    const ofLeft = await this.neededOf(left, [...given, ...ofRight], ofRight.length > 0);
    return [...ofLeft, ...ofRight];
  }

  async smallestAmong(all: readonly Condition[], known: readonly Condition[]): Promise<Contradiction> {
    // Without any condition there are always teams: empty ones. So one condition is the least there can be.
    if (known.length === 1) return { conditions: known, smallest: true };
    const escapes = await this.escapesByOne(all, known);
    for (let round = 0; round < ROUNDS; round++) {
      const shared = await this.fewestSharedWith(escapes);
      if (shared.length >= known.length) return { conditions: known, smallest: true };
      const model = this.modelFor(
        shared,
        all.filter((condition) => !shared.includes(condition)),
      );
      const solved = await this.ask(model.data);
      if (solved.status === 'infeasible') return { conditions: shared, smallest: true };
      escapes.push(model.givenUpIn(solved.values));
    }
    return { conditions: known, smallest: false };
  }

  /** Where this is the only contradiction, giving up any one of its conditions is an escape, and there are none better. */
  private async escapesByOne(all: readonly Condition[], known: readonly Condition[]): Promise<Condition[][]> {
    const escapes: Condition[][] = [];
    for (const one of known) {
      const others = all.filter((condition) => condition !== one);
      // The cheapest teams are found sooner than any teams: points leave the solver less to choose from.
      const model = modelOf({ ...this.asked, given: others, for: 'fewestPoints' });
      if ((await this.ask(model.data)).status === 'infeasible') return escapes;
      escapes.push([one]);
    }
    return escapes;
  }

  /** The smallest set that has a condition of every escape. */
  private async fewestSharedWith(escapes: readonly Condition[][]): Promise<Condition[]> {
    if (escapes.length === 0) return [];
    const sheet = new Sheet();
    const columns = new Map([...new Set(escapes.flat())].map((condition) => [condition, sheet.column(1, 1)]));
    for (const escape of escapes) {
      sheet.row(
        escape.map((condition) => [columns.get(condition)!, 1]),
        { atLeast: 1 },
      );
    }
    const solved = await this.ask(sheet.data());
    if (solved.status !== 'optimal') throw new Error('an escape that gives nothing up is none');
    return [...columns].filter(([, column]) => solved.values[column]! > 0.5).map(([condition]) => condition);
  }

  private async isPossible(given: readonly Condition[]): Promise<boolean> {
    // With no team to be about, conditions are met by empty teams.
    if (given.every(({ kind }) => kind === 'load')) return true;
    return (await this.ask(this.modelFor(given, []).data)).status === 'optimal';
  }

  /** Teams that no condition is about can stay empty, so the model leaves them out. */
  private modelFor(given: readonly Condition[], wishes: readonly Condition[]): Model {
    const named = new Set([...given, ...wishes].map((one) => (one.kind === 'load' ? undefined : one.team)));
    const teams = this.asked.teams.filter(({ designation }) => named.has(designation));
    return modelOf({ teams, pool: this.asked.pool, given, for: { wishes } });
  }
}

const kindOf = (condition: Condition): string =>
  condition.kind + ('of' in condition ? canonicalJson(condition.of) : '');
