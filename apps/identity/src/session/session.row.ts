import { AggregateRow, IdColumn, InstantColumn, TextColumn } from '@xuncha/service-kit';
import type { Id } from '@xuncha/domain-kit';
import { Entity } from 'typeorm';
import type { Session } from './session.js';

@Entity('session')
export class SessionRow extends AggregateRow {
  @IdColumn() accountId!: Id;
  @TextColumn() signedInBy!: Session['signedInBy'];
  @TextColumn({ nullable: true }) origin!: string | null;
  @InstantColumn() openedAt!: Date;
  @InstantColumn() endsAt!: Date;
  @InstantColumn({ nullable: true }) endedAt!: Date | null;
  @TextColumn({ nullable: true }) endedBecause!: Session['endedBecause'];
  @TextColumn() state!: Session['state'];
}
