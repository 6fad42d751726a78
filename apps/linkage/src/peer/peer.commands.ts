import { Controller } from '@nestjs/common';
import { acceptPeer, currentSite, leavePeer, proposePeer, type In } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import * as peer from './peer.js';
import { PeerStore } from './peer.store.js';

@Controller()
export class PeerCommands {
  constructor(private readonly peers: PeerStore) {}

  @Handles(proposePeer)
  async propose({ site: peerSite, peerIs }: In<typeof proposePeer>, act: Act) {
    await this.peers.refuseUnfit(act, peerSite);
    const pair = { site: act.site, peerSite, peerIs, siteName: await nameOfOwn(act) };
    return this.peers.add(act, peer.propose(newId(), pair, act.on));
  }

  @Handles(acceptPeer)
  async accept({ peerId, seen }: In<typeof acceptPeer>, act: Act) {
    const { peerSite } = await this.peers.read(act, peerId);
    const last = await this.peers.lastNumber(act, peerSite);
    const siteName = await nameOfOwn(act);
    return this.peers.change(act, { id: peerId, seen }, (before) =>
      peer.accept(before, { last, on: act.on, siteName }),
    );
  }

  @Handles(leavePeer)
  async leave({ peerId, seen }: In<typeof leavePeer>, act: Act) {
    return this.peers.change(act, { id: peerId, seen }, (before) => peer.leave(before, act.on));
  }
}

async function nameOfOwn(act: Act): Promise<string> {
  return (await act.ask(currentSite, {})).name;
}
