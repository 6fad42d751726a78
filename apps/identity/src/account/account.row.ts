import { AggregateRow, FlagColumn, InstantColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Account } from './account.js';

@Entity('account')
export class AccountRow extends AggregateRow {
  @TextColumn() account!: string;
  @TextColumn() name!: string;
  @TextColumn({ nullable: true }) passwordHash!: string | null;
  @TextColumn({ nullable: true }) setUpHash!: string | null;
  @InstantColumn({ nullable: true }) setUpUntil!: Date | null;
  @FlagColumn() hasSecondFactor!: boolean;
  @TextColumn() state!: Account['state'];
}
