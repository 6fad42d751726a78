/** Both ways between two sites pass here: what one has sent, the other takes in, and the first is told. */
import { Controller } from '@nestjs/common';
import {
  clueMovedUp,
  clueTaken,
  dispatchArrived,
  dispatchTurnedAway,
  peerDispatched,
  type BodyOf,
} from '@xuncha/contracts';
import { idFrom } from '@xuncha/domain-kit';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { actIn } from '../elsewhere.js';
import { PeerStore } from '../peer/peer.store.js';
import * as dispatch from './dispatch.js';
import { DispatchStore } from './dispatch.store.js';
import { Inbox } from './inbox.js';
import { Outbox } from './outbox.js';

@Controller()
export class DispatchListens {
  constructor(
    private readonly dispatches: DispatchStore,
    private readonly peers: PeerStore,
    private readonly outbox: Outbox,
    private readonly inbox: Inbox,
  ) {}

  /** A clue on a person of another level leaves the county and only its number stays (rules.md 7). */
  @Listens(clueMovedUp)
  async whenClueMovedUp_sendItToTheCity({ id, body }: Envelope<BodyOf<typeof clueMovedUp>>, act: Act) {
    const begun = dispatch.begin(idFrom(id, 'dispatch'), body.clueId, { kind: 'clue' }, act.on);
    await this.outbox.sendOrWait(act, begun);
  }

  @Listens(peerDispatched)
  async whenDispatched_takeInThere({ body, site }: Envelope<BodyOf<typeof peerDispatched>>, act: Act) {
    const sent = await this.dispatches.read(act, body.dispatchId);
    const { agreementId, number } = body;
    const from = { peerSite: site, agreementId, number };
    const there = await actIn(body.peerSite, act);
    if (await this.peers.isJoinedUnder(there, agreementId)) {
      await this.dispatches.add(there, dispatch.arrive(sent, from, there.on));
      await this.inbox.take(there, sent, from);
    } else {
      await this.dispatches.add(there, dispatch.turnAway(sent, from, there.on));
    }
  }

  /** A clue is received only when its content is there as well, because then the county forgets it. */
  @Listens(dispatchArrived)
  async whenArrived_tellItsSender({ body }: Envelope<BodyOf<typeof dispatchArrived>>, act: Act) {
    if (body.kind === 'clue') return;
    const there = await actIn(body.fromSite, act);
    await this.dispatches.settle(there, body.sentId, 'receive');
  }

  @Listens(clueTaken)
  async whenClueTaken_tellTheSiteItCameFrom({ body }: Envelope<BodyOf<typeof clueTaken>>, act: Act) {
    if (!body.movedFrom) return;
    const there = await actIn(body.movedFrom.site, act);
    const sent = await this.dispatches.ofClue(there, body.movedFrom.clueId);
    await this.dispatches.settle(there, sent.id, 'receive');
  }

  @Listens(dispatchTurnedAway)
  async whenTurnedAway_tellItsSender({ body }: Envelope<BodyOf<typeof dispatchTurnedAway>>, act: Act) {
    const there = await actIn(body.fromSite, act);
    await this.dispatches.settle(there, body.sentId, 'refuse');
    await this.outbox.sendWhatWaits(there);
  }
}
