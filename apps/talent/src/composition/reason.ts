import { canonicalJson } from '@xuncha/domain-kit';
import type { Candidate, TeamNeed } from './composition.js';
import { sumsOf, type Condition, type Sum } from './condition.js';
import { sum } from './points.js';
import { isRecused } from './trait.js';

/** Conditions that ask the same of one team or several, and whom the pool has for them. */
export interface Reason {
  readonly conditions: readonly Condition[];
  /** How many people they ask for together, where they ask for some. */
  readonly needed?: number;
  /** How many of the pool may go to one of the teams and count. */
  readonly available?: number;
  /** How many of the pool may not go to one of the teams because of them. */
  readonly keptAway?: number;
}

export function reasonsOf(
  conditions: readonly Condition[],
  { teams, pool }: { readonly teams: readonly TeamNeed[]; readonly pool: readonly Candidate[] },
): Reason[] {
  const asking = (condition: Condition) => canonicalJson({ ...condition, team: null });
  const alike = [...new Set(conditions.map(asking))].map((asked) =>
    conditions.filter((condition) => asking(condition) === asked),
  );
  return alike.map((group) => {
    const sums = group.flatMap((condition) => sumsOf([condition], teams, pool.length));
    return { conditions: group, ...factsOf(sums, pool) };
  });
}

function factsOf(sums: readonly Sum[], pool: readonly Candidate[]): Omit<Reason, 'conditions'> {
  const counting = pool.filter((one) =>
    sums.some(({ team, weight }) => weight(one) > 0 && !(team && isRecused(one, team))),
  ).length;
  if (sums.every(({ atMost }) => atMost === 0)) return { keptAway: counting };
  if (sums.some(({ atLeast }) => atLeast === undefined)) return {};
  const needed = sum(sums.map(({ atLeast }) => atLeast ?? 0));
  return needed > 0 ? { needed, available: counting } : { available: counting };
}
