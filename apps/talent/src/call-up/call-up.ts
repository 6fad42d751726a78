/** A call-up 抽调: the office asks a person's unit, through the organization department, to lend the person for a round (HZ16-14). */
import {
  callUpAgreed,
  callUpEnded,
  callUpRefused,
  callUpRequested,
  callUpStarted,
  decide,
  type Decision,
} from '@xuncha/contracts';
import { defineFlow, refuseIf, step, type BusinessDate, type Id, type StateOf } from '@xuncha/domain-kit';
import type { Inspector } from '../inspector/inspector.js';

export const flow = defineFlow({
  aggregate: 'talent.callUp',
  initial: 'requested',
  states: {
    requested: { agree: 'agreed', refuse: 'refused' },
    agreed: { start: 'started' },
    refused: {},
    started: { end: 'ended' },
    ended: {},
  },
});

/** Where either does not agree, it is a refusal and says why. */
export interface Answer {
  readonly unitAgrees: boolean;
  readonly departmentAgrees: boolean;
  readonly reason: string | null;
  readonly by: Id;
  readonly on: BusinessDate;
}
/** The letter that is sent. */
export interface Letter {
  readonly id: Id;
  readonly number: string;
  readonly roundId: Id;
  readonly from: BusinessDate;
  readonly until: BusinessDate;
}
export interface CallUp extends Letter {
  readonly inspectorId: Id;
  readonly state: StateOf<typeof flow>;
  readonly requestedBy: Id;
  readonly requestedOn: BusinessDate;
  readonly answer: Answer | null;
  readonly startedOn: BusinessDate | null;
  readonly endedOn: BusinessDate | null;
}

export function request(
  letter: Letter,
  inspector: Pick<Inspector, 'id' | 'state' | 'force'>,
  by: Id,
  on: BusinessDate,
): Decision<CallUp> {
  refuseIf(letter.until < letter.from, 'call-up.backwards', { from: letter.from, until: letter.until });
  refuseIf(inspector.state !== 'inPool', 'call-up.not-in-pool', { state: inspector.state });
  // They work for the office already: there is no unit to ask (SP-5).
  refuseIf(inspector.force === 'fullTime', 'call-up.full-time');
  const state: CallUp = {
    ...letter,
    inspectorId: inspector.id,
    state: flow.initial,
    requestedBy: by,
    requestedOn: on,
    answer: null,
    startedOn: null,
    endedOn: null,
  };
  return decide(state, callUpRequested(onThatDay(state, on)));
}

export function answer(callUp: CallUp, given: Answer): Decision<CallUp> {
  const agreed = given.unitAgrees && given.departmentAgrees;
  const state = step(flow, callUp.state, agreed ? 'agree' : 'refuse');
  refuseIf(!agreed && given.reason === null, 'call-up.refused-without-reason');
  refuseIf(given.by === callUp.requestedBy, 'call-up.answered-by-requester');
  const told = agreed ? callUpAgreed : callUpRefused;
  return decide({ ...callUp, state, answer: given }, told(onThatDay(callUp, given.on)));
}

export function start(callUp: CallUp, on: BusinessDate): Decision<CallUp> {
  const state = step(flow, callUp.state, 'start');
  refuseIf(on > callUp.until, 'call-up.over', { until: callUp.until });
  return decide({ ...callUp, state, startedOn: on }, callUpStarted(onThatDay(callUp, on)));
}

export function end(callUp: CallUp, on: BusinessDate): Decision<CallUp> {
  const state = step(flow, callUp.state, 'end');
  refuseIf(callUp.startedOn !== null && on < callUp.startedOn, 'call-up.ended-before-start', {
    startedOn: callUp.startedOn,
  });
  return decide({ ...callUp, state, endedOn: on }, callUpEnded(onThatDay(callUp, on)));
}

function onThatDay({ id, inspectorId, roundId }: CallUp, on: BusinessDate) {
  return { callUpId: id, inspectorId, roundId, on };
}
