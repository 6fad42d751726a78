import { canonicalJson } from '@xuncha/domain-kit';
import type { Candidate, Needs } from './composition.js';
import { conditionsOf, sumsOf, type Condition, type Sum } from './condition.js';
import type { Contradiction } from './contradiction.js';
import { sum } from './points.js';
import { isRecused } from './trait.js';

/** Why there are no teams: what contradicts each other, in the order of the needs. */
export interface Clash {
  readonly reasons: readonly Reason[];
  /** No fewer conditions contradict each other. Otherwise only: without any one of these, these do not. */
  readonly smallest: boolean;
}

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

export function clashOf(
  { conditions, smallest }: Contradiction,
  needs: Needs,
  pool: readonly Candidate[],
): Clash {
  const named = new Set(conditions.map(canonicalJson));
  const inOrder = conditionsOf(needs).filter((condition) => named.has(canonicalJson(condition)));
  const asking = (condition: Condition) => canonicalJson({ ...condition, team: null });
  const alike = [...new Set(inOrder.map(asking))].map((asked) =>
    inOrder.filter((condition) => asking(condition) === asked),
  );
  const reasons = alike.map((group) => {
    const sums = group.flatMap((condition) => sumsOf([condition], needs.teams, pool.length));
    return { conditions: group, ...factsOf(sums, pool) };
  });
  return { reasons, smallest };
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
