/** One side of an agreement between two sites: proposed by one, accepted by the other, ended by either (ALL-2). */
import {
  decide,
  peerDispatched,
  peerInvited,
  peerJoined,
  peerLeft,
  peerProposed,
  type Decision,
  type PeerLevel,
} from '@xuncha/contracts';
import {
  allows,
  defineFlow,
  idFrom,
  refuseIf,
  step,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';

export const flow = defineFlow({
  aggregate: 'linkage.peer',
  initial: 'proposed',
  states: {
    proposed: { join: 'joined', leave: 'left' },
    joined: { dispatch: 'joined', leave: 'left' },
    left: {},
  },
});

/** Two sites of one deployment, seen from the first. */
export interface Pair {
  readonly site: string;
  readonly peerSite: string;
  /** What the other is for the first. */
  readonly peerIs: PeerLevel;
  /** What the first is called; older events do not say. */
  readonly siteName?: string | undefined;
}
export interface Peer extends Pick<Pair, 'peerSite' | 'peerIs'> {
  readonly id: Id;
  /** The same on both sides. */
  readonly agreementId: Id;
  /** As the other site calls itself; nothing until it has said yes. */
  readonly peerName: string | undefined;
  readonly proposedHere: boolean;
  readonly state: StateOf<typeof flow>;
  /** The number of what was last sent to the other site. */
  readonly sent: number;
  readonly proposedOn: BusinessDate;
  readonly joinedOn: BusinessDate | null;
  readonly leftOn: BusinessDate | null;
}

/** Either side's record of an agreement. */
export function peerIdOf(agreementId: Id, site: string): Id {
  return idFrom(agreementId, site);
}

export function propose(agreementId: Id, pair: Pair, on: BusinessDate): Decision<Peer> {
  refuseIf(pair.site === pair.peerSite, 'peer.itself');
  const peer = { ...begun(agreementId, pair, on), proposedHere: true, peerName: undefined };
  return decide(peer, peerProposed({ ...told(peer, on), siteName: pair.siteName }));
}

/** What the other side proposed, as this side sees it. */
export function invite(agreementId: Id, { siteName, ...proposed }: Pair, on: BusinessDate): Decision<Peer> {
  const seenFromHere = {
    site: proposed.peerSite,
    peerSite: proposed.site,
    peerIs: proposed.peerIs === 'city' ? ('county' as const) : ('city' as const),
  };
  const peer = { ...begun(agreementId, seenFromHere, on), proposedHere: false, peerName: siteName };
  return decide(peer, peerInvited(told(peer, on)));
}

/** Numbers go on from where an earlier agreement of the two sites stopped. */
interface Joining {
  readonly last: number;
  readonly on: BusinessDate;
}

export function accept(
  peer: Peer,
  { siteName, ...joining }: Joining & Pick<Pair, 'siteName'>,
): Decision<Peer> {
  refuseIf(peer.proposedHere, 'peer.own-proposal');
  return join(peer, joining, siteName);
}

export function leave(peer: Peer, on: BusinessDate): Decision<Peer> {
  const state = step(flow, peer.state, 'leave');
  return decide({ ...peer, state, leftOn: on }, peerLeft(told(peer, on)));
}

/** The other side has joined: so does the one who proposed, unless the proposal was taken back meanwhile. */
export function joinLikewise(
  peer: Peer,
  { peerName, ...joining }: Joining & Pick<Peer, 'peerName'>,
): Decision<Peer> {
  return allows(flow, peer.state, 'join') ? join({ ...peer, peerName }, joining) : decide(peer);
}

export function leaveLikewise(peer: Peer, on: BusinessDate): Decision<Peer> {
  return allows(flow, peer.state, 'leave') ? leave(peer, on) : decide(peer);
}

/** Gives the next number; this record's versions keep what is sent in order. */
export function dispatch(peer: Peer, dispatchId: Id): Decision<Peer> {
  const state = step(flow, peer.state, 'dispatch');
  const number = peer.sent + 1;
  const { id: peerId, agreementId, peerSite, peerIs } = peer;
  return decide(
    { ...peer, state, sent: number },
    peerDispatched({ peerId, agreementId, peerSite, peerIs, dispatchId, number }),
  );
}

/** This side has said yes, and so stands in the way of a second agreement with the same site, or of a second city. */
export function isBinding({ state, proposedHere }: Peer): boolean {
  return state === 'joined' || (state === 'proposed' && proposedHere);
}

function join(peer: Peer, { last, on }: Joining, siteName?: string): Decision<Peer> {
  const state = step(flow, peer.state, 'join');
  return decide({ ...peer, state, sent: last, joinedOn: on }, peerJoined({ ...told(peer, on), siteName }));
}

function begun(
  agreementId: Id,
  { site, peerSite, peerIs }: Omit<Pair, 'siteName'>,
  on: BusinessDate,
): Omit<Peer, 'proposedHere' | 'peerName'> {
  return {
    id: peerIdOf(agreementId, site),
    agreementId,
    peerSite,
    peerIs,
    state: flow.initial,
    sent: 0,
    proposedOn: on,
    joinedOn: null,
    leftOn: null,
  };
}

function told({ id, agreementId, peerSite, peerIs }: Peer, on: BusinessDate) {
  return { peerId: id, agreementId, peerSite, peerIs, on };
}
