/** Steps of linkage as commands. */
import { acceptPeer, listPeers, proposePeer, sendStatistics } from '@xuncha/contracts';
import { move, type Turn } from '../replay/move.js';
import type { Moves } from './moves.types.js';
import type { Key } from './plan.types.js';
import type { LinkageAct } from './steps.js';

const peerRecord = (site: Key) => `peer:${site}`;

/** Linkage keeps an agreement in both sites; the invited one hears of it. */
function invited(turn: Turn, county: Key) {
  return turn.found(peerRecord(county), async () => {
    const { items } = await turn.ask(listPeers, { peerIs: 'county', state: 'proposed', limit: 200 });
    return items.find(({ peerSite }) => peerSite === turn.site(county));
  });
}

export const linkageMoves: Moves<LinkageAct> = {
  proposePeer: ({ city }, turn) =>
    move(proposePeer, { site: turn.site(city), peerIs: 'city' }, peerRecord(city)),
  acceptPeer: async ({ county }, turn) => {
    const { id, version } = await invited(turn, county);
    return move(acceptPeer, { peerId: id, seen: version }, peerRecord(county));
  },
  sendStatistics: ({ from, to }) => move(sendStatistics, { period: { from, to } }, 'statistics'),
};
