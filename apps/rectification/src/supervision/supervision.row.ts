import type { SupervisedMatter, SupervisionKind } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, IdColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';

@Entity('supervision')
export class SupervisionRow extends AggregateRow {
  @IdColumn() inspectionId!: Id;
  @IdColumn() assignmentId!: Id;
  @IdColumn() roundId!: Id;
  @IdColumn() organizationId!: Id;
  @TextColumn() kind!: SupervisionKind;
  @TextColumn({ nullable: true }) number!: string | null;
  @TextColumn() matter!: SupervisedMatter;
  @IdColumn({ nullable: true }) caseId!: Id | null;
  @IdColumn({ nullable: true }) itemId!: Id | null;
  @DateColumn() dueOn!: BusinessDate;
  @DateColumn() issuedOn!: BusinessDate;
}
