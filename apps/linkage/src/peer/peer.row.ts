import type { PeerLevel } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import {
  AggregateRow,
  DateColumn,
  FlagColumn,
  IdColumn,
  LaterJsonColumn,
  NumberColumn,
  TextColumn,
} from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Peer } from './peer.js';

@Entity('peer')
export class PeerRow extends AggregateRow {
  @IdColumn() agreementId!: Id;
  @TextColumn() peerSite!: string;
  @LaterJsonColumn() peerName!: string | undefined;
  @TextColumn() peerIs!: PeerLevel;
  @FlagColumn() proposedHere!: boolean;
  @TextColumn() state!: Peer['state'];
  @NumberColumn() sent!: number;
  @DateColumn() proposedOn!: BusinessDate;
  @DateColumn({ nullable: true }) joinedOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) leftOn!: BusinessDate | null;
  /** The other site while this side is bound to it: one agreement at a time. */
  @TextColumn({ nullable: true }) boundTo!: string | null;
  /** 1 while this side is bound to a city: one city only. */
  @NumberColumn({ nullable: true }) cityClaim!: 1 | null;
}
