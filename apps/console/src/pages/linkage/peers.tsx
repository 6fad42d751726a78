/** Sites that work together, each by agreement of both. */
import type { Answer } from '../../api/names.js';
import type { Ledger } from '../../kit/ledger.js';
import type { RecordSpec } from '../../kit/record.js';

type Peer = Answer<'readPeer'>;

export const peers: Ledger<'listPeers'> = {
  query: 'listPeers',
  title: '对接站点',
  says: '市与县（市、区）之间的上下级联系：一方提出，另一方确认，随时可以断开。',
  columns: [
    { field: 'peerSite', width: 200 },
    'peerIs',
    'state',
    'proposedHere',
    'sent',
    'proposedOn',
    'joinedOn',
    'leftOn',
  ],
  filters: ['peerIs'],
  tabs: 'state',
  to: ({ id }) => `/peers/${id}`,
  makes: ['proposePeer'],
  empty: '还没有对接的站点',
};

export const peer: RecordSpec<'readPeer'> = {
  query: 'readPeer',
  id: 'peerId',
  ledger: ['对接站点', '/peers'],
  title: ({ peerSite, peerName, peerIs }: Peer) =>
    `${peerIs === 'city' ? '上级' : '下级'}站点 ${peerName ?? peerSite}`,
  steps: [
    { name: '提出', in: ['proposed'], on: ({ proposedOn }) => proposedOn },
    { name: '对接', in: ['joined'], on: ({ joinedOn }) => joinedOn },
    { name: '断开', in: ['left'], on: ({ leftOn }) => leftOn },
  ],
  waits: {
    proposed: ({ proposedHere }) =>
      proposedHere
        ? '等对方站点的领导小组确认；不想等了，可以撤回'
        : '对方提出对接，由本站点领导小组确认或谢绝',
  },
  rests: {
    joined: '已对接：线索上移、统计报送、轮次报备由系统自动收发，编号连续',
    left: '已断开。要再对接，重新提出',
  },
  facts: ['peerSite', 'peerIs', 'proposedHere', 'sent', 'proposedOn', 'joinedOn', 'leftOn'],
  actions: [
    { command: 'acceptPeer', in: ['proposed'], when: ({ proposedHere }) => !proposedHere, isNext: true },
    { command: 'leavePeer', in: ['proposed', 'joined'], danger: true },
  ],
};
