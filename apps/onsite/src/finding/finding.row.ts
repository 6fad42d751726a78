import type { Disposal, FiveSee } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { DateColumn, IdColumn, JsonColumn, NumberColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import { PlacedRow } from '../inspection/place.row.js';
import type { Finding } from './finding.js';

@Entity('finding')
export class FindingRow extends PlacedRow {
  @TextColumn() state!: Finding['state'];
  @TextColumn() title!: string;
  @TextColumn() description!: string;
  @TextColumn() clause!: string;
  @JsonColumn() classes!: readonly string[];
  @NumberColumn({ nullable: true }) amountInvolved!: number | null;
  @JsonColumn() fiveSee!: FiveSee;
  @JsonColumn() paperIds!: readonly Id[];
  @IdColumn() confirmedBy!: Id;
  @DateColumn() confirmedOn!: BusinessDate;
  @DateColumn({ nullable: true }) immediateDueOn!: BusinessDate | null;
  @JsonColumn() disposals!: readonly Disposal[];
  @TextColumn({ nullable: true }) decision!: string | null;
  @DateColumn({ nullable: true }) decidedOn!: BusinessDate | null;
  @IdColumn({ nullable: true }) mergedIntoId!: Id | null;
  @IdColumn({ nullable: true }) endedBy!: Id | null;
  @DateColumn({ nullable: true }) endedOn!: BusinessDate | null;
  @TextColumn({ nullable: true }) endReason!: string | null;
}
