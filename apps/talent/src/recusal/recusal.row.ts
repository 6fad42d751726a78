import type { RecusalReason } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, FlagColumn, IdColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Recusal } from './recusal.js';

@Entity('recusal')
export class RecusalRow extends AggregateRow {
  @IdColumn() teamId!: Id;
  @IdColumn() inspectorId!: Id;
  @IdColumn() accountId!: Id;
  @IdColumn() organizationId!: Id;
  @JsonColumn() reasons!: readonly RecusalReason[];
  @FlagColumn() entered!: boolean;
  @FlagColumn() custodian!: boolean;
  @TextColumn() state!: Recusal['state'];
  @DateColumn() foundOn!: BusinessDate;
  @DateColumn({ nullable: true }) endedOn!: BusinessDate | null;
}
