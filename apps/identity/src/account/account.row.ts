import { AggregateRow, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Account } from './account.js';

@Entity('account')
export class AccountRow extends AggregateRow {
  @TextColumn() account!: string;
  @TextColumn() name!: string;
  @TextColumn() passwordHash!: string;
  @TextColumn() state!: Account['state'];
}
