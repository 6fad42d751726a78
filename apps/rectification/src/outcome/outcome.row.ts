import type { OutcomeKind } from '@xuncha/contracts';
import type { BusinessDate, Fen, Id } from '@xuncha/domain-kit';
import {
  AggregateRow,
  DateColumn,
  IdColumn,
  JsonColumn,
  NumberColumn,
  TextColumn,
} from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Outcome } from './outcome.js';

@Entity('outcome')
export class OutcomeRow extends AggregateRow {
  @IdColumn() inspectionId!: Id;
  @IdColumn() assignmentId!: Id;
  @IdColumn() roundId!: Id;
  @IdColumn() organizationId!: Id;
  @IdColumn() itemId!: Id;
  @IdColumn({ nullable: true }) caseId!: Id | null;
  @IdColumn() findingId!: Id;
  @TextColumn() state!: Outcome['state'];
  @TextColumn() kind!: OutcomeKind;
  @TextColumn() title!: string;
  @DateColumn() happenedOn!: BusinessDate;
  @NumberColumn({ nullable: true }) amount!: Fen | null;
  @JsonColumn({ nullable: true }) instalment!: Outcome['instalment'];
  @JsonColumn() persons!: Outcome['persons'];
  @IdColumn() recordedBy!: Id;
  @JsonColumn({ nullable: true }) withdrawal!: Outcome['withdrawal'];
}
