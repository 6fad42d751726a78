import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptPeer, leavePeer, listPeers, proposePeer, readPeer } from '@xuncha/contracts';
import { eventually, startServices, type ServicesUnderTest } from '@xuncha/testing';
import { linkage } from '../main.js';
import { join, onlyPeer, openSite, type Staff } from '../neighbours.fixture.js';

let system: ServicesUnderTest;
beforeAll(async () => {
  system = await startServices([linkage]);
  await system.publisher('identity');
});
afterAll(() => system?.stop());

const propose = (from: Staff, to: { site: string }, peerIs: 'city' | 'county' = 'city') =>
  system.ask(proposePeer, { site: to.site, peerIs }, from.leadingGroup);
const refused = async (from: Staff, to: { site: string }, peerIs: 'city' | 'county' = 'city') =>
  (await system.refusal(proposePeer, { site: to.site, peerIs }, from.leadingGroup)).code;
const leave = async (staff: Staff) => {
  const { id: peerId, version: seen } = (await onlyPeer(system, staff))!;
  return system.ask(leavePeer, { peerId, seen }, staff.leadingGroup);
};
const becomes = (staff: Staff, state: string) =>
  eventually(async () => (await onlyPeer(system, staff))?.state === state);

test('a county proposes, its city accepts, and both sites know it; either ends it (ALL-2)', async () => {
  const [county, city] = [await openSite(system), await openSite(system)];
  await join(system, county, city);
  expect(await onlyPeer(system, county)).toMatchObject({
    peerSite: city.site,
    peerName: '试点市',
    peerIs: 'city',
    state: 'joined',
  });
  const there = (await onlyPeer(system, city))!;
  expect(there).toMatchObject({
    peerSite: county.site,
    peerName: '试点市',
    peerIs: 'county',
    state: 'joined',
  });
  expect(await system.history('linkage', there.id)).toEqual(['linkage.peer.invited', 'linkage.peer.joined']);
  await leave(city);
  await becomes(county, 'left');
});

test('a city proposes just as well, and a proposal can be declined', async () => {
  const [county, city] = [await openSite(system), await openSite(system)];
  await propose(city, county, 'county');
  await becomes(county, 'proposed');
  expect(await onlyPeer(system, county)).toMatchObject({ peerIs: 'city', proposedHere: false });
  await leave(county);
  await becomes(city, 'left');
});

test('a site has one city, and one agreement with the same site', async () => {
  const [county, city, other] = [await openSite(system), await openSite(system), await openSite(system)];
  await join(system, county, city);
  expect(await refused(county, other)).toBe('peer.has-city');
  expect(await refused(county, city)).toBe('peer.exists');
  expect(await refused(city, county, 'county')).toBe('peer.exists');
  await propose(other, county, 'county');
  const invitation = await eventually(async () => {
    const { items } = await system.ask(listPeers, { state: 'proposed' }, county.office);
    return items[0];
  });
  const target = { peerId: invitation.id, seen: invitation.version };
  expect((await system.refusal(acceptPeer, target, county.leadingGroup)).code).toBe('peer.has-city');
});

test('who proposed cannot accept, and a third site can neither see nor accept it', async () => {
  const [county, city, third] = [await openSite(system), await openSite(system), await openSite(system)];
  const { id: peerId, version: seen } = await propose(county, city);
  expect((await system.refusal(acceptPeer, { peerId, seen }, county.leadingGroup)).code).toBe(
    'peer.own-proposal',
  );
  await becomes(city, 'proposed');
  for (const id of [peerId, (await onlyPeer(system, city))!.id]) {
    expect((await system.refusal(readPeer, { peerId: id }, third.office)).code).toBe('record.unknown');
    const attempt = system.refusal(acceptPeer, { peerId: id, seen: 1 }, third.leadingGroup);
    expect((await attempt).code).toBe('record.unknown');
  }
});

test('a rehearsal is never joined to a live site, nor anything to a site that is not there', async () => {
  const county = await openSite(system);
  expect(await refused(county, { site: system.site })).toBe('peer.mode-differs');
  expect(await refused(county, { site: 'nowhere' })).toBe('site.unknown');
  expect(await refused(county, county)).toBe('peer.itself');
});

test('the office sees the agreements, but the leading group makes them', async () => {
  const [county, city] = [await openSite(system), await openSite(system)];
  const refusal = await system.refusal(proposePeer, { site: city.site, peerIs: 'city' }, county.office);
  expect(refusal.code).toBe('access.denied');
});
