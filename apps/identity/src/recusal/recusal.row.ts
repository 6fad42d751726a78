import type { Id } from '@xuncha/domain-kit';
import { AggregateRow, IdColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Recusal } from './recusal.js';

@Entity('recusal')
export class RecusalRow extends AggregateRow {
  @IdColumn() accountId!: Id;
  @IdColumn() organizationId!: Id;
  @TextColumn() reason!: string;
  @TextColumn({ nullable: true }) liftedBecause!: string | null;
  @TextColumn() state!: Recusal['state'];
}
