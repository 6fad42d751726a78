import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { DateColumn, IdColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import { PlacedRow } from '../inspection/place.row.js';
import type { FedBack, Feedback, Signer } from './feedback.js';

@Entity('feedback')
export class FeedbackRow extends PlacedRow {
  @TextColumn() number!: string;
  @TextColumn() profile!: string;
  @TextColumn() opinion!: string;
  @JsonColumn() findings!: readonly FedBack[];
  @TextColumn() state!: Feedback['state'];
  @DateColumn() preparedOn!: BusinessDate;
  @DateColumn({ nullable: true }) presentedOn!: BusinessDate | null;
  @JsonColumn({ nullable: true }) signer!: Signer | null;
  @IdColumn({ nullable: true }) signedBy!: Id | null;
  @DateColumn({ nullable: true }) deliveredOn!: BusinessDate | null;
}
