/** The one way out of a site: what leaves gets the next number of the agreement with its destination. */
import { Injectable } from '@nestjs/common';
import { refuseUnless, type Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import { dispatch as numbered, type Peer } from '../peer/peer.js';
import { PeerStore } from '../peer/peer.store.js';
import * as dispatch from './dispatch.js';
import { DispatchStore } from './dispatch.store.js';

@Injectable()
export class Outbox {
  constructor(
    private readonly dispatches: DispatchStore,
    private readonly peers: PeerStore,
  ) {}

  /** Refuses with `peer.no-city`. */
  async city(act: Act): Promise<Peer> {
    const city = await this.peers.cityOf(act);
    refuseUnless(city, 'peer.no-city');
    return city;
  }

  /** Refuses with `peer.not-joined`. */
  async peer(act: Act, site: string): Promise<Peer> {
    const peer = await this.peers.joinedWith(act, site);
    refuseUnless(peer, 'peer.not-joined', { site });
    return peer;
  }

  /** Answers the number under which it went. */
  async send(act: Act, peer: Peer, begun: dispatch.Dispatch): Promise<number> {
    const number = await this.nextNumber(act, peer.id, begun.id);
    await this.dispatches.add(act, dispatch.send(begun, { ...wayTo(peer), number }, act.on));
    return number;
  }

  /** For what must go up whether or not there is a city yet. */
  async sendOrWait(act: Act, begun: dispatch.Dispatch): Promise<void> {
    const city = await this.peers.cityOf(act);
    if (city) await this.send(act, city, begun);
    else await this.dispatches.add(act, dispatch.wait(begun));
  }

  /** Clues that waited for a city, or came back from the last one; figures and filings are their office's to send again. */
  async sendWhatWaits(act: Act): Promise<void> {
    const city = await this.peers.cityOf(act);
    if (!city) return;
    const held = await this.dispatches.find(act, {
      where: { direction: 'out', kind: 'clue', state: ['waiting', 'refused'] },
    });
    for (const { id } of held.filter((it) => dispatch.mayGoUnder(it, city.agreementId))) {
      const number = await this.nextNumber(act, city.id, id);
      const way = { ...wayTo(city), number };
      await this.dispatches.change(act, { id }, (before) => dispatch.send(before, way, act.on));
    }
  }

  private async nextNumber(act: Act, peerId: Id, dispatchId: Id): Promise<number> {
    let number = 0;
    await this.peers.change(act, { id: peerId }, (before) => {
      const decided = numbered(before, dispatchId);
      number = decided.state.sent;
      return decided;
    });
    return number;
  }
}

function wayTo({ peerSite, agreementId }: Peer): Omit<dispatch.Way, 'number'> {
  return { peerSite, agreementId };
}
