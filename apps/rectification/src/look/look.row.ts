import type { RectificationPart } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import { AggregateRow, IdColumn, InstantColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';

@Entity('look')
export class LookRow extends AggregateRow {
  @TextColumn() at!: RectificationPart;
  @IdColumn() recordId!: Id;
  @IdColumn() accountId!: Id;
  @InstantColumn() takenAt!: Date;
}
