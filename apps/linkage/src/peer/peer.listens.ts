/** What one side of an agreement does, the other follows. */
import { Controller } from '@nestjs/common';
import { peerJoined, peerLeft, peerProposed, type BodyOf } from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { Outbox } from '../dispatch/outbox.js';
import { actIn } from '../elsewhere.js';
import * as peer from './peer.js';
import { PeerStore } from './peer.store.js';

@Controller()
export class PeerListens {
  constructor(
    private readonly peers: PeerStore,
    private readonly outbox: Outbox,
  ) {}

  @Listens(peerProposed)
  async whenProposed_inviteThere({ body, site }: Envelope<BodyOf<typeof peerProposed>>, act: Act) {
    const there = await actIn(body.peerSite, act);
    await this.peers.add(there, peer.invite(body.agreementId, { ...body, site }, there.on));
  }

  @Listens(peerJoined)
  async whenJoined_joinThereAndSendWhatWaitedHere(
    { body, site }: Envelope<BodyOf<typeof peerJoined>>,
    act: Act,
  ) {
    const there = await actIn(body.peerSite, act);
    const id = peer.peerIdOf(body.agreementId, there.site);
    const last = await this.peers.lastNumber(there, site);
    const joining = { last, on: there.on, peerName: body.siteName };
    await this.peers.change(there, { id }, (before) => peer.joinLikewise(before, joining));
    await this.outbox.sendWhatWaits(act);
  }

  @Listens(peerLeft)
  async whenLeft_leaveThere({ body }: Envelope<BodyOf<typeof peerLeft>>, act: Act) {
    const there = await actIn(body.peerSite, act);
    const id = peer.peerIdOf(body.agreementId, there.site);
    await this.peers.change(there, { id }, (before) => peer.leaveLikewise(before, there.on));
  }
}
