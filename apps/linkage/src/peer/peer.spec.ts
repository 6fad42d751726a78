import { describe, expect, test } from 'vitest';
import { grid, newId, parseDate } from '@xuncha/domain-kit';
import * as peer from './peer.js';

const on = parseDate('2017-03-01');
const agreement = newId();
const fromCounty: peer.Pair = { site: '330381', peerSite: '3303', peerIs: 'city', siteName: '演示县' };
const joining = { last: 0, on };
const accepting = { ...joining, siteName: '演示市' };
const proposed = peer.propose(agreement, fromCounty, on).state;
const invited = peer.invite(agreement, fromCounty, on).state;

describe('the life of one side of an agreement', () => {
  const actions = {
    join: (it: peer.Peer) => peer.accept({ ...it, proposedHere: false }, accepting),
    leave: (it: peer.Peer) => peer.leave(it, on),
    dispatch: (it: peer.Peer) => peer.dispatch(it, newId()),
  };
  test.each(grid(peer.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...proposed, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('what a county proposes to its city, the city sees as a county that wants to join (ALL-2)', () => {
  expect(invited).toMatchObject({
    peerSite: '330381',
    peerIs: 'county',
    proposedHere: false,
    state: 'proposed',
  });
  expect(invited.agreementId).toBe(proposed.agreementId);
  expect(invited.id).not.toBe(proposed.id);
});

test('each side knows what the other is called once that one has said yes', () => {
  expect([proposed.peerName, invited.peerName]).toEqual([undefined, '演示县']);
  const { facts } = peer.accept(invited, accepting);
  const { siteName } = facts[0]!.body as { siteName: string };
  expect(peer.joinLikewise(proposed, { ...joining, peerName: siteName }).state.peerName).toBe('演示市');
});

test('nobody accepts their own proposal, and no site joins itself', () => {
  expect(() => peer.accept(proposed, accepting)).toThrow('peer.own-proposal');
  expect(() => peer.propose(agreement, { ...fromCounty, peerSite: '330381' }, on)).toThrow('peer.itself');
});

test('a proposal binds the one who makes it, an invitation binds nobody until it is accepted', () => {
  expect(peer.isBinding(proposed)).toBe(true);
  expect(peer.isBinding(invited)).toBe(false);
  expect(peer.isBinding(peer.accept(invited, accepting).state)).toBe(true);
  expect(peer.isBinding(peer.leave(proposed, on).state)).toBe(false);
});

test('numbers to one site have no gaps, and go on where an earlier agreement stopped', () => {
  const joined = peer.accept(invited, { ...accepting, last: 17 }).state;
  const first = peer.dispatch(joined, newId());
  const second = peer.dispatch(first.state, newId());
  expect([first, second].map(({ facts }) => facts[0]!.body['number'])).toEqual([18, 19]);
});

test('who took a proposal back does not join when the acceptance arrives after all', () => {
  const left = peer.leave(proposed, on).state;
  expect(peer.joinLikewise(left, { ...joining, peerName: undefined })).toEqual({ state: left, facts: [] });
  expect(peer.leaveLikewise(left, on)).toEqual({ state: left, facts: [] });
});
