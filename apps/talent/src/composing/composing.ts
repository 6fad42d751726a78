/** One search for the teams of a round: asked for, under way in some replica, and what came of it. */
import {
  compositionFailed,
  compositionFinished,
  compositionProposed,
  compositionStarted,
  compositionStopping,
  decide,
  type CompositionNeeds,
  type Decision,
} from '@xuncha/contracts';
import {
  allows,
  defineFlow,
  refuseUnless,
  step,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import type { ComposedTeam, Composition } from '../composition/composition.js';

export const flow = defineFlow({
  aggregate: 'talent.composition',
  initial: 'running',
  states: {
    running: { stop: 'stopping', finish: 'done', fail: 'failed' },
    stopping: { finish: 'done', fail: 'failed' },
    done: { propose: 'proposed' },
    failed: {},
    proposed: {},
  },
});

export interface Composing {
  readonly id: Id;
  readonly roundId: Id;
  readonly needs: CompositionNeeds;
  readonly state: StateOf<typeof flow>;
  readonly startedBy: Id;
  readonly startedOn: BusinessDate;
  readonly result: Composition | null;
}

export function start(
  id: Id,
  asked: Pick<Composing, 'roundId' | 'needs' | 'startedBy' | 'startedOn'>,
): Decision<Composing> {
  const composing: Composing = { id, ...asked, state: flow.initial, result: null };
  return decide(composing, compositionStarted(which(composing)));
}

export function stop(composing: Composing): Decision<Composing> {
  const state = step(flow, composing.state, 'stop');
  return decide({ ...composing, state }, compositionStopping(which(composing)));
}

/** A result that comes when it is over already, from a replica that was thought dead, says nothing new. */
export function finish(composing: Composing, result: Composition): Decision<Composing> {
  if (!allows(flow, composing.state, 'finish')) return decide(composing);
  const state = step(flow, composing.state, 'finish');
  const { outcome } = result;
  return decide({ ...composing, state, result }, compositionFinished({ ...which(composing), outcome }));
}

/** The solver died, or asked for more than it may have. The office may start another. */
export function fail(composing: Composing): Decision<Composing> {
  if (!allows(flow, composing.state, 'fail')) return decide(composing);
  const state = step(flow, composing.state, 'fail');
  return decide({ ...composing, state }, compositionFailed(which(composing)));
}

export function propose(composing: Composing): Decision<Composing> {
  const state = step(flow, composing.state, 'propose');
  refuseUnless(teamsOf(composing).length > 0, 'composition.nothing-found');
  return decide({ ...composing, state }, compositionProposed(which(composing)));
}

/** None where there are none, or none were found before it was stopped. */
export function teamsOf({ result }: Pick<Composing, 'result'>): readonly ComposedTeam[] {
  return result && result.outcome !== 'impossible' ? (result.teams ?? []) : [];
}

function which({ id, roundId }: Composing) {
  return { compositionId: id, roundId };
}
