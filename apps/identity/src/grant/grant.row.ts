import type { Role } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import { AggregateRow, IdColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Grant } from './grant.js';

@Entity('role_grant')
export class GrantRow extends AggregateRow {
  @IdColumn() accountId!: Id;
  @TextColumn() role!: Role;
  @IdColumn({ nullable: true }) organizationId!: Id | null;
  @IdColumn({ nullable: true }) teamId!: Id | null;
  @IdColumn({ nullable: true }) roundId!: Id | null;
  @TextColumn() state!: Grant['state'];
}
