import { Injectable } from '@nestjs/common';
import { refuseIf, refuseUnless, type Id } from '@xuncha/domain-kit';
import { Store, type Act, type Versioned } from '@xuncha/service-kit';
import { isBinding, peerIdOf, type Peer } from './peer.js';
import { PeerRow } from './peer.row.js';

@Injectable()
export class PeerStore extends Store<Peer, PeerRow> {
  constructor() {
    super({
      aggregate: 'linkage.peer',
      row: PeerRow,
      unique: { one_agreement: ['peer.exists', 'peerSite'], one_city: ['peer.has-city', 'peerSite'] },
      toDomain: ({ site: _site, version: _version, boundTo: _boundTo, cityClaim: _claim, ...peer }) => peer,
      toRow: (peer) => {
        const { id: _id, ...columns } = peer;
        const boundTo = isBinding(peer) ? peer.peerSite : null;
        return { ...columns, boundTo, cityClaim: boundTo && peer.peerIs === 'city' ? 1 : null };
      },
    });
  }

  /** A rehearsal never sends anything to a live site, nor the other way round. */
  async refuseUnfit(act: Act, site: string): Promise<void> {
    const rows = (await act.manager.query('SELECT code, mode FROM site WHERE code IN (?, ?)', [
      act.site,
      site,
    ])) as { code: string; mode: string }[];
    const modes = new Map(rows.map(({ code, mode }) => [code, mode]));
    refuseUnless(modes.has(site), 'site.unknown', { site });
    refuseIf(modes.get(site) !== modes.get(act.site), 'peer.mode-differs');
  }

  /**
   * The joined city of the site, if any. Until the transaction ends no other in this site finds out the same, so that what is left
   * waiting for want of a city is seen by whoever sends what waits.
   */
  async cityOf(act: Act): Promise<Versioned<Peer> | undefined> {
    await act.manager.query('SELECT code FROM site WHERE code = ? FOR UPDATE', [act.site]);
    const [city] = await this.find(act, { where: { peerIs: 'city', state: 'joined' } });
    return city;
  }

  /** Of what was ever sent to that site, under whatever agreement. */
  async lastNumber(act: Act, peerSite: string): Promise<number> {
    const earlier = await this.find(act, { where: { peerSite } });
    return Math.max(0, ...earlier.map(({ sent }) => sent));
  }

  async joinedWith(act: Act, peerSite: string): Promise<Versioned<Peer> | undefined> {
    const [peer] = await this.find(act, { where: { peerSite, state: 'joined' } });
    return peer;
  }

  async isJoinedUnder(act: Act, agreementId: Id): Promise<boolean> {
    const peer = await this.read(act, peerIdOf(agreementId, act.site));
    return peer.state === 'joined';
  }
}
