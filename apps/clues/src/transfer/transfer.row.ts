import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, IdColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Transfer } from './transfer.js';

@Entity('transfer')
export class TransferRow extends AggregateRow {
  @IdColumn({ nullable: true }) inspectionId!: Id | null;
  @IdColumn({ nullable: true }) organizationId!: Id | null;
  @IdColumn({ nullable: true }) roundId!: Id | null;
  @IdColumn({ nullable: true }) teamId!: Id | null;
  @IdColumn() organId!: Id;
  @IdColumn({ nullable: true }) recipientId!: Id | null;
  @TextColumn() state!: Transfer['state'];
  @TextColumn({ nullable: true }) number!: string | null;
  @TextColumn() profile!: string;
  @DateColumn({ nullable: true }) urgentFrom!: BusinessDate | null;
  @JsonColumn() clueIds!: readonly Id[];
  @TextColumn({ nullable: true }) deviation!: string | null;
  @DateColumn() draftedOn!: BusinessDate;
  @DateColumn({ nullable: true }) deliveredOn!: BusinessDate | null;
  @JsonColumn() steps!: Transfer['steps'];
  @JsonColumn() pressings!: Transfer['pressings'];
  @TextColumn({ nullable: true }) letter!: string | null;
  @TextColumn({ nullable: true }) receipt!: string | null;
  @TextColumn({ nullable: true }) organSignature!: string | null;
}
