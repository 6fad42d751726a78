import type { SupervisedMatter, SupervisionKind } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, IdColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';

@Entity('supervision')
export class SupervisionRow extends AggregateRow {
  @IdColumn({ nullable: true }) inspectionId!: Id | null;
  @IdColumn({ nullable: true }) assignmentId!: Id | null;
  @IdColumn({ nullable: true }) roundId!: Id | null;
  @IdColumn() organizationId!: Id;
  @TextColumn() kind!: SupervisionKind;
  @TextColumn({ nullable: true }) number!: string | null;
  @TextColumn() matter!: SupervisedMatter;
  @IdColumn({ nullable: true }) caseId!: Id | null;
  @IdColumn({ nullable: true }) itemId!: Id | null;
  @IdColumn({ nullable: true }) adviceLetterId!: Id | null;
  @DateColumn() dueOn!: BusinessDate;
  @DateColumn() issuedOn!: BusinessDate;
}
