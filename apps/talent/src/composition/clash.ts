/**
 * Which conditions contradict each other, where no teams meet them all.
 *
 * First a set of which every condition is needed: what contradicts itself in the relaxation, or else all conditions, is
 * halved until nothing can be left out (QuickXplain). Then whether there is a smaller one: a contradiction shares a
 * condition with every set of conditions whose giving up makes teams possible. So no contradiction is smaller than the
 * smallest set that shares one with each of those known; when that is contradictory itself, or as large as the one
 * found, the search is over (implicit hitting sets). Where many teams compete for the same people there are too many
 * such sets: after ROUNDS `smallest` is false, and what is told is a contradiction of which every condition is needed.
 */
import type { ModelData } from 'highs';
import type { Candidate, TeamNeed } from './composition.js';
import type { Condition } from './condition.js';
import { modelOf, type Model } from './model.js';
import { reasonsOf, type Reason } from './reason.js';
import { Sheet } from './sheet.js';
import type { Solved } from './solver.js';

export interface Clash {
  readonly reasons: readonly Reason[];
  /** No fewer conditions contradict each other. Otherwise only: without any one of these, these do not. */
  readonly smallest: boolean;
}

export type Ask = (data: ModelData) => Promise<Exclude<Solved, { readonly status: 'stopped' }>>;
interface Asked {
  readonly teams: readonly TeamNeed[];
  readonly pool: readonly Candidate[];
}

const ROUNDS = 24;

/** All conditions together cannot be met. */
export async function clashOf(asked: Asked, conditions: readonly Condition[], ask: Ask): Promise<Clash> {
  const isPossible = async (given: readonly Condition[]) =>
    (await ask(modelFor(asked, given, []).data)).status === 'optimal';
  const suspects = await suspectsAmong(asked, conditions, ask);
  const isAboutSuspects = suspects.length > 0 && !(await isPossible(suspects));
  const needed = await neededOf([], isAboutSuspects ? suspects : conditions, false, isPossible);
  const { smallest, ...found } = await smallestOf(asked, conditions, needed, ask);
  return { reasons: reasonsOf(found.conditions, asked), smallest };
}

/** The conditions in the proof that the relaxation is impossible; none where only whole people make it so. */
async function suspectsAmong(asked: Asked, conditions: readonly Condition[], ask: Ask): Promise<Condition[]> {
  const model = modelFor(asked, conditions, []);
  const solved = await ask(model.data);
  const suspects = new Set(solved.status === 'infeasible' ? model.conditionsOf(solved.ray) : []);
  return conditions.filter((condition) => suspects.has(condition));
}

/** QuickXplain: those of `conditions` without which they and the `given` would not contradict each other. */
async function neededOf(
  given: readonly Condition[],
  conditions: readonly Condition[],
  hasGrown: boolean,
  isPossible: (given: readonly Condition[]) => Promise<boolean>,
): Promise<readonly Condition[]> {
  if (hasGrown && !(await isPossible(given))) return [];
  if (conditions.length === 1) return conditions;
  const half = Math.ceil(conditions.length / 2);
  const [left, right] = [conditions.slice(0, half), conditions.slice(half)];
  const ofRight = await neededOf([...given, ...left], right, true, isPossible);
  const ofLeft = await neededOf([...given, ...ofRight], left, ofRight.length > 0, isPossible);
  return [...ofLeft, ...ofRight];
}

async function smallestOf(
  asked: Asked,
  conditions: readonly Condition[],
  needed: readonly Condition[],
  ask: Ask,
): Promise<{ readonly conditions: readonly Condition[]; readonly smallest: boolean }> {
  // Without any condition there are always teams: empty ones. So one condition is the least there can be.
  if (needed.length === 1) return { conditions: needed, smallest: true };
  const escapes: Condition[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const shared = await fewestSharedWith(escapes, ask);
    if (shared.length >= needed.length) return { conditions: needed, smallest: true };
    const others = conditions.filter((condition) => !shared.includes(condition));
    const model = modelFor(asked, shared, others);
    const solved = await ask(model.data);
    if (solved.status === 'infeasible') return { conditions: shared, smallest: true };
    escapes.push(model.givenUpIn(solved.values));
  }
  return { conditions: needed, smallest: false };
}

/** The smallest set that has a condition of every escape. */
async function fewestSharedWith(escapes: readonly Condition[][], ask: Ask): Promise<Condition[]> {
  const sheet = new Sheet();
  const columns = new Map([...new Set(escapes.flat())].map((condition) => [condition, sheet.column(1, 1)]));
  for (const escape of escapes) {
    sheet.row(
      escape.map((condition) => [columns.get(condition)!, 1]),
      { atLeast: 1 },
    );
  }
  if (columns.size === 0) return [];
  const solved = await ask(sheet.data());
  if (solved.status !== 'optimal')
    throw new Error('every escape gives something up, so all of them are shared');
  return [...columns].filter(([, column]) => solved.values[column]! > 0.5).map(([condition]) => condition);
}

/** Teams that no condition is about can stay empty, so the model leaves them out. */
function modelFor({ teams, pool }: Asked, given: readonly Condition[], wishes: readonly Condition[]): Model {
  const named = new Set([...given, ...wishes].map((one) => (one.kind === 'load' ? undefined : one.team)));
  const concerned = teams.filter(({ designation }) => named.has(designation));
  return modelOf({ teams: concerned, pool, given, for: { wishes } });
}
