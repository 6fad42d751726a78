import type { FilingSide } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, IdColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Filing, Step } from './filing.js';

@Entity('filing')
export class FilingRow extends AggregateRow {
  @TextColumn() side!: FilingSide;
  @TextColumn() peerSite!: string;
  @IdColumn() counterpartId!: Id;
  @IdColumn({ nullable: true }) roundId!: Id | null;
  @TextColumn() roundName!: string;
  @TextColumn({ nullable: true }) theme!: string | null;
  @DateColumn() startsOn!: BusinessDate;
  @TextColumn() state!: Filing['state'];
  @JsonColumn() steps!: readonly Step[];
}
