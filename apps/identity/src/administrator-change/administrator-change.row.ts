import type { AdministratorRole } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, IdColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { AdministratorChange, Subject } from './administrator-change.js';

@Entity('administrator_change')
export class AdministratorChangeRow extends AggregateRow {
  @IdColumn({ nullable: true }) accountId!: Id | null;
  @JsonColumn() subject!: Subject;
  @IdColumn() proposedBy!: Id;
  @TextColumn() proposedAs!: AdministratorRole;
  @DateColumn() proposedOn!: BusinessDate;
  @IdColumn({ nullable: true }) decidedBy!: Id | null;
  @TextColumn() state!: AdministratorChange['state'];
}
