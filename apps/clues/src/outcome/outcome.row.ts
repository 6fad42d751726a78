import type { ClueOutcomeKind } from '@xuncha/contracts';
import type { BusinessDate, Fen, Id } from '@xuncha/domain-kit';
import {
  AggregateRow,
  DateColumn,
  FlagColumn,
  IdColumn,
  JsonColumn,
  NumberColumn,
  TextColumn,
} from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Outcome } from './outcome.js';

@Entity('outcome')
export class OutcomeRow extends AggregateRow {
  @IdColumn() clueId!: Id;
  @IdColumn({ nullable: true }) organizationId!: Id | null;
  @IdColumn({ nullable: true }) roundId!: Id | null;
  @IdColumn() organId!: Id;
  @TextColumn() state!: Outcome['state'];
  @TextColumn() kind!: ClueOutcomeKind;
  @NumberColumn({ nullable: true }) form!: number | null;
  @JsonColumn() persons!: readonly string[];
  @NumberColumn({ nullable: true }) amount!: Fen | null;
  @FlagColumn() adjustsPost!: boolean;
  @DateColumn() happenedOn!: BusinessDate;
  @IdColumn() recordedBy!: Id;
  @JsonColumn({ nullable: true }) withdrawal!: Outcome['withdrawal'];
}
