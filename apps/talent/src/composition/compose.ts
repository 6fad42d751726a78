/** Composes the teams of a round: the provably best, or as far as it got when stopped, or why there are none. */
import { canonicalJson } from '@xuncha/domain-kit';
import type { ModelData } from 'highs';
import { clashOf } from './clash.js';
import {
  refuseSenseless,
  type Candidate,
  type Composition,
  type Needs,
  type Progress,
} from './composition.js';
import { conditionsOf } from './condition.js';
import { contradictionIn, Stopped } from './contradiction.js';
import { modelOf, type Model } from './model.js';
import { withRoles } from './roles.js';
import { Solver, type Found, type News } from './solver.js';

interface Options {
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the search at once; what was found is told. */
  readonly signal?: AbortSignal;
}

/**
 * The same needs and pool give the same teams, in whatever order they are written; unless it is stopped, for how far it
 * is then depends on the machine. A solver that dies, or wants more memory than it may have, is the refusal
 * `composition.solver-stopped`; nothing is left behind, and it may be tried again.
 */
export async function compose(
  needs: Needs,
  pool: readonly Candidate[],
  { onProgress = () => undefined, signal }: Options = {},
): Promise<Composition> {
  refuseSenseless(needs, pool);
  const began = performance.now();
  const tell: Tell = (phase, news) =>
    onProgress({ phase, elapsed: Math.round(performance.now() - began), ...howFar(news) });
  const solver = await Solver.start(signal);
  try {
    return await composeWith(solver, needs, pool, tell);
  } catch (error) {
    if (error instanceof Stopped) return { outcome: 'stopped' };
    throw error;
  } finally {
    await solver.end();
  }
}

type Tell = (phase: Progress['phase'], news: News) => void;

async function composeWith(
  solver: Solver,
  needs: Needs,
  pool: readonly Candidate[],
  tell: Tell,
): Promise<Composition> {
  const asked = inOneOrder(needs, pool);
  const model = modelOf({ ...asked, given: asked.conditions, for: 'fewestPoints' });
  const solved = await solver.solve(model.data, (news) => tell('searching', news));
  if (solved.status === 'optimal') {
    const { bound, ...best } = solved;
    return { outcome: 'proven', ...composedOf(model, needs, best), ...measured(best.points, bound) };
  }
  if (solved.status === 'stopped') {
    const { best, bound = 0 } = solved;
    if (!best) return { outcome: 'stopped' };
    return { outcome: 'stopped', ...composedOf(model, needs, best), ...measured(best.points, bound) };
  }
  const ask = async (data: ModelData) => {
    tell('explaining', {});
    const answer = await solver.solve(data);
    if (answer.status === 'stopped') throw new Stopped();
    return answer;
  };
  const contradiction = await contradictionIn(asked, asked.conditions, ask);
  return { outcome: 'impossible', clash: clashOf(contradiction, needs, pool) };
}

function composedOf(model: Model, { teams }: Needs, { values }: Found) {
  const members = model.membersIn(values);
  return {
    teams: teams.map((team) => ({
      designation: team.designation,
      members: withRoles(members.get(team.designation) ?? [], team),
    })),
  };
}

function measured(points: number, bound: number) {
  return { points, bound, gap: points > bound ? (points - bound) / points : 0 };
}

function howFar({ best, bound }: News): Partial<Progress> {
  if (best && bound !== undefined) return measured(best.points, bound);
  return { ...(best && { points: best.points }), ...(bound !== undefined && { bound }) };
}

/** HiGHS takes the first of equals, so that the order of writing would show in the teams. */
function inOneOrder(needs: Needs, pool: readonly Candidate[]) {
  const teams = needs.teams
    .map((team) => ({ ...team, quotas: team.quotas.toSorted(by(canonicalJson)) }))
    .toSorted(by(({ designation }) => designation));
  return {
    teams,
    pool: pool.toSorted(by(({ inspectorId }) => inspectorId)),
    conditions: conditionsOf({ ...needs, teams }),
  };
}

const by =
  <T>(key: (one: T) => string) =>
  (one: T, other: T): number => {
    const [first, second] = [key(one), key(other)];
    return first < second ? -1 : Number(first > second);
  };
