/**
 * One thing that goes from site to site, as each of the two keeps it. Where it is written it waits for a city, is sent, and then received
 * or refused there; where it goes it arrives or is turned away (ALL-2).
 */
import {
  decide,
  dispatchArrived,
  dispatchReceived,
  dispatchRefused,
  dispatchSent,
  dispatchTurnedAway,
  dispatchWaiting,
  type Decision,
} from '@xuncha/contracts';
import {
  allows,
  defineFlow,
  idFrom,
  step,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import type { Content } from './content.js';

export const flow = defineFlow({
  aggregate: 'linkage.dispatch',
  initial: 'waiting',
  states: {
    waiting: { send: 'sent', arrive: 'arrived', turnAway: 'turnedAway' },
    sent: { receive: 'received', refuse: 'refused' },
    refused: { send: 'sent' },
    received: {},
    arrived: {},
    turnedAway: {},
  },
});

export interface Dispatch {
  readonly id: Id;
  readonly direction: 'out' | 'in';
  /** The record that is sent, in the site that sends it. */
  readonly reference: Id;
  readonly content: Content;
  readonly peerSite: string | null;
  /** Under which it went. */
  readonly agreementId: Id | null;
  readonly number: number | null;
  readonly state: StateOf<typeof flow>;
  readonly on: BusinessDate;
}
/** On its way to or from a site, under a number of that agreement. */
export interface Way {
  readonly peerSite: string;
  readonly agreementId: Id;
  readonly number: number;
}

export function begin(id: Id, reference: Id, content: Content, on: BusinessDate): Dispatch {
  return {
    id,
    direction: 'out',
    reference,
    content,
    peerSite: null,
    agreementId: null,
    number: null,
    state: flow.initial,
    on,
  };
}

/** Waiting, or refused under an agreement that has ended since. */
export function mayGoUnder({ state, ...dispatch }: Dispatch, agreementId: Id): boolean {
  return allows(flow, state, 'send') && dispatch.agreementId !== agreementId;
}

/** There is no city to send it to; it is kept where everybody can see that. */
export function wait(dispatch: Dispatch): Decision<Dispatch> {
  return decide(dispatch, dispatchWaiting({ ...told(dispatch), on: dispatch.on }));
}

/** Also again, after it was refused. */
export function send(dispatch: Dispatch, way: Way, on: BusinessDate): Decision<Dispatch> {
  const state = step(flow, dispatch.state, 'send');
  const fact = dispatchSent({ ...told(dispatch), toSite: way.peerSite, number: way.number, on });
  return decide({ ...dispatch, ...way, state, on }, fact);
}

export function arrive(sent: Dispatch, from: Way, on: BusinessDate): Decision<Dispatch> {
  return comeIn(sent, from, on, 'arrive');
}
/** The agreement has ended meanwhile. */
export function turnAway(sent: Dispatch, from: Way, on: BusinessDate): Decision<Dispatch> {
  return comeIn(sent, from, on, 'turnAway');
}

/** What the other site says of it. */
export function settle(
  dispatch: Dispatch,
  action: 'receive' | 'refuse',
  on: BusinessDate,
): Decision<Dispatch> {
  const state = step(flow, dispatch.state, action);
  const report = action === 'receive' ? dispatchReceived : dispatchRefused;
  return decide({ ...dispatch, state, on }, report({ ...told(dispatch), number: dispatch.number!, on }));
}

function comeIn(
  sent: Dispatch,
  from: Way,
  on: BusinessDate,
  action: 'arrive' | 'turnAway',
): Decision<Dispatch> {
  const state = step(flow, flow.initial, action);
  const arrived: Dispatch = {
    ...sent,
    ...from,
    id: idFrom(sent.id, `${from.peerSite}/${from.number}`),
    direction: 'in',
    state,
    on,
  };
  const { peerSite: fromSite, number } = from;
  const report = action === 'arrive' ? dispatchArrived : dispatchTurnedAway;
  return decide(arrived, report({ ...told(arrived), number, fromSite, sentId: sent.id, on }));
}

function told({ id, content, reference }: Dispatch) {
  return { dispatchId: id, kind: content.kind, reference };
}
