import { Controller } from '@nestjs/common';
import { listPeers, readPeer, type In } from '@xuncha/contracts';
import { Handles, type Caller, type Versioned } from '@xuncha/service-kit';
import type { Peer } from './peer.js';
import { PeerStore } from './peer.store.js';

@Controller()
export class PeerQueries {
  constructor(private readonly peers: PeerStore) {}

  @Handles(readPeer)
  async read({ peerId }: In<typeof readPeer>, viewer: Caller) {
    return viewOf(await this.peers.read(viewer, peerId));
  }

  @Handles(listPeers)
  async list({ cursor, limit, ...where }: In<typeof listPeers>, viewer: Caller) {
    const page = await this.peers.page(viewer, { where, descending: true, cursor, limit });
    return { items: page.items.map(viewOf), next: page.next };
  }
}

function viewOf({ agreementId: _agreementId, ...view }: Versioned<Peer>) {
  return { ...view, peerName: view.peerName ?? null };
}
