/** What goes from one site to another: numbered per pair of sites without gaps, kept on both sides, never lost on the way. */
import { z } from 'zod';
import { event, query } from '../kit/builders.js';
import { BusinessDate, Id, pageInput, pageOf, SiteCode, Version } from '../kit/types.js';

export const DispatchKind = z.enum(['clue', 'statistics', 'filing']);
export type DispatchKind = z.infer<typeof DispatchKind>;
/**
 * Here it waits for a city to be joined, is sent, and then received or refused there. There it arrived, or was turned away because
 * that site had left.
 */
export const DispatchState = z.enum(['waiting', 'sent', 'received', 'refused', 'arrived', 'turnedAway']);

const which = {
  dispatchId: Id,
  kind: DispatchKind,
  reference: Id.describe('所送的记录在发出站点的编号'),
};
const onTheWay = { ...which, number: z.int().min(1).describe('双方之间的编号，连续无缺号') };
export const dispatchWaiting = event('linkage.dispatch.waiting', {
  classification: 'internal',
  summary: '尚无上级站点，待联系建立后发出',
  body: z.object({ ...which, on: BusinessDate }),
});
export const dispatchSent = event('linkage.dispatch.sent', {
  classification: 'internal',
  summary: '已发往对方站点',
  body: z.object({ ...onTheWay, toSite: SiteCode, on: BusinessDate }),
});
/** Published in the site of destination; what it refers to is that site's to take in. */
export const dispatchArrived = event('linkage.dispatch.arrived', {
  classification: 'internal',
  summary: '对方站点发来的一件已到达',
  body: z.object({
    ...onTheWay,
    fromSite: SiteCode,
    sentId: Id.describe('发出站点的件号'),
    on: BusinessDate,
  }),
});
export const dispatchTurnedAway = event('linkage.dispatch.turnedAway', {
  classification: 'internal',
  summary: '联系已终止，对方站点发来的一件未予接收',
  body: z.object({
    ...onTheWay,
    fromSite: SiteCode,
    sentId: Id.describe('发出站点的件号'),
    on: BusinessDate,
  }),
});
export const dispatchReceived = event('linkage.dispatch.received', {
  classification: 'internal',
  summary: '对方站点已接收',
  body: z.object({ ...onTheWay, on: BusinessDate }),
});
/** It stays with its sender and goes out again when a city is joined. */
export const dispatchRefused = event('linkage.dispatch.refused', {
  classification: 'internal',
  summary: '对方站点未接收',
  body: z.object({ ...onTheWay, on: BusinessDate }),
});

export const DispatchView = z.object({
  id: Id,
  version: Version,
  direction: z.enum(['out', 'in']),
  peerSite: SiteCode.nullable().describe('尚无上级站点时为空'),
  number: z.int().nullable(),
  kind: DispatchKind,
  reference: Id,
  state: DispatchState,
  on: BusinessDate.describe('最近一步的日期'),
});
export const readDispatch = query('linkage.dispatch.read', {
  http: 'GET /dispatches/{dispatchId}',
  permission: 'dispatch.read',
  classification: 'internal',
  summary: '站点之间往来的一件',
  input: z.object({ dispatchId: Id }),
  output: DispatchView,
});
export const listDispatches = query('linkage.dispatch.list', {
  http: 'GET /dispatches',
  permission: 'dispatch.read',
  classification: 'internal',
  summary: '站点之间往来的各件，新的在前',
  input: z.object({
    ...pageInput,
    peerSite: SiteCode.optional(),
    kind: DispatchKind.optional(),
    state: DispatchState.optional(),
  }),
  output: pageOf(DispatchView),
});
