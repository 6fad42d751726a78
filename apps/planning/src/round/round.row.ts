import type { Batch } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, FlagColumn, IdColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Round } from './round.js';

@Entity('round')
export class RoundRow extends AggregateRow {
  @IdColumn() termId!: Id;
  @TextColumn() name!: string;
  @TextColumn({ nullable: true }) number!: string | null;
  @TextColumn() kind!: Round['kind'];
  @JsonColumn() ways!: Round['ways'];
  @TextColumn() ledBy!: Round['ledBy'];
  @FlagColumn() joint!: boolean;
  @FlagColumn() cross!: boolean;
  @FlagColumn() upgraded!: boolean;
  @TextColumn({ nullable: true }) theme!: string | null;
  @IdColumn({ nullable: true }) leadOrganizationId!: Id | null;
  @JsonColumn() batches!: Batch[];
  @DateColumn() examinedSince!: BusinessDate;
  @DateColumn({ nullable: true }) examinedUntil!: BusinessDate | null;
  @TextColumn() state!: Round['state'];
  @TextColumn({ nullable: true }) profile!: string | null;
  @IdColumn({ nullable: true }) submittedBy!: Id | null;
  @IdColumn({ nullable: true }) decidedBy!: Id | null;
  @TextColumn({ nullable: true }) opinion!: string | null;
  @DateColumn({ nullable: true }) approvedOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) closedOn!: BusinessDate | null;
  @TextColumn({ nullable: true }) cancelReason!: string | null;
}
