/** Sites that work together: one is the county of the other, by agreement of both (ALL-2). Each keeps its own record of the agreement. */
import { z } from 'zod';
import { command, event, query } from '../kit/builders.js';
import { BusinessDate, Id, pageInput, pageOf, SiteCode, Version } from '../kit/types.js';

export const PeerState = z.enum(['proposed', 'joined', 'left']);
/** What the other site is for this one. */
export const PeerLevel = z.enum(['city', 'county']);
export type PeerLevel = z.infer<typeof PeerLevel>;

const which = {
  peerId: Id,
  agreementId: Id.describe('双方共用的协议编号'),
  peerSite: SiteCode,
  peerIs: PeerLevel,
};
const happened = { ...which, on: BusinessDate };
const told = (name: string, summary: string) =>
  event(`linkage.peer.${name}`, { classification: 'internal', summary, body: z.object(happened) });
/** From whoever says yes, for the other side to know whom it deals with. */
const toldByName = (name: string, summary: string) =>
  event(`linkage.peer.${name}`, {
    classification: 'internal',
    summary,
    body: z.object({ ...happened, siteName: z.string().optional().describe('发出方站点的名称，不是人名') }),
  });
export const peerProposed = toldByName('proposed', '已向对方站点提出建立上下级联系');
export const peerInvited = told('invited', '对方站点提出建立上下级联系');
export const peerJoined = toldByName('joined', '已与对方站点建立上下级联系');
export const peerLeft = told('left', '与对方站点的上下级联系已终止');
/** Its versions are the order in which what is sent arrives; numbers have no gaps. */
export const peerDispatched = event('linkage.peer.dispatched', {
  classification: 'internal',
  summary: '已向对方站点发出一件',
  body: z.object({ ...which, dispatchId: Id, number: z.int().min(1) }),
});

export const PeerView = z.object({
  id: Id,
  version: Version,
  peerSite: SiteCode,
  peerName: z.string().nullable().describe('对方站点的名称；对方还没有提出或同意的不知道'),
  peerIs: PeerLevel,
  proposedHere: z.boolean().describe('由本站点提出；否则由对方提出，待本站点同意'),
  state: PeerState,
  sent: z.int().describe('已发出件数，也是最后一件的编号'),
  proposedOn: BusinessDate,
  joinedOn: BusinessDate.nullable(),
  leftOn: BusinessDate.nullable(),
});

const target = { peerId: Id, seen: Version };
export const proposePeer = command('linkage.peer.propose', {
  http: 'POST /peers',
  permission: 'peer.agree',
  summary: '提出与另一站点建立上下级联系',
  input: z.object({
    site: SiteCode,
    peerIs: PeerLevel.describe('对方是本站点的上级（市）还是下级（县）'),
    on: BusinessDate.optional(),
  }),
});
export const acceptPeer = command('linkage.peer.accept', {
  http: 'POST /peers/{peerId}/accept',
  permission: 'peer.agree',
  summary: '同意对方站点的提议',
  input: z.object(target),
});
/** Also takes back one's own proposal, or declines the other's. */
export const leavePeer = command('linkage.peer.leave', {
  http: 'POST /peers/{peerId}/leave',
  permission: 'peer.agree',
  summary: '终止联系；尚未建立的，撤回或谢绝提议',
  input: z.object(target),
});
export const readPeer = query('linkage.peer.read', {
  http: 'GET /peers/{peerId}',
  permission: 'peer.read',
  classification: 'internal',
  summary: '与一个站点的联系',
  input: z.object({ peerId: Id }),
  output: PeerView,
});
export const listPeers = query('linkage.peer.list', {
  http: 'GET /peers',
  permission: 'peer.read',
  classification: 'internal',
  summary: '与各站点的联系，新的在前',
  input: z.object({
    ...pageInput,
    peerSite: SiteCode.optional(),
    peerIs: PeerLevel.optional(),
    state: PeerState.optional(),
  }),
  output: pageOf(PeerView),
});
