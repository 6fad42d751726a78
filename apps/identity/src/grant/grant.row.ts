import type { Role } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, IdColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Grant } from './grant.js';

@Entity('role_grant')
export class GrantRow extends AggregateRow {
  @IdColumn() accountId!: Id;
  @TextColumn() role!: Role;
  @IdColumn({ nullable: true }) organizationId!: Id | null;
  @IdColumn({ nullable: true }) teamId!: Id | null;
  @IdColumn({ nullable: true }) roundId!: Id | null;
  @DateColumn({ nullable: true }) from!: BusinessDate | null;
  @DateColumn({ nullable: true }) until!: BusinessDate | null;
  @TextColumn() state!: Grant['state'];
}
