import type { Authority, ClueNature, MovedFrom } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import {
  AggregateRow,
  DateColumn,
  FlagColumn,
  IdColumn,
  JsonColumn,
  SealedColumn,
  TextColumn,
} from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Clue, Disposed } from './clue.js';

@Entity('clue')
export class ClueRow extends AggregateRow {
  @TextColumn() number!: string;
  @IdColumn({ nullable: true }) inspectionId!: Id | null;
  @IdColumn({ nullable: true }) assignmentId!: Id | null;
  @IdColumn({ nullable: true }) roundId!: Id | null;
  @IdColumn({ nullable: true }) organizationId!: Id | null;
  @IdColumn({ nullable: true }) teamId!: Id | null;
  @IdColumn({ nullable: true }) findingId!: Id | null;
  @IdColumn({ nullable: true }) petitionId!: Id | null;
  @IdColumn({ nullable: true }) concernsId!: Id | null;
  @JsonColumn({ nullable: true }) movedFrom!: MovedFrom | null;
  @TextColumn() state!: Clue['state'];
  @TextColumn({ nullable: true }) nature!: ClueNature | null;
  @TextColumn({ nullable: true }) authority!: Authority | null;
  @FlagColumn() urgent!: boolean;
  @TextColumn({ nullable: true }) profile!: string | null;
  @SealedColumn({ nullable: true }) content!: Buffer | null;
  @JsonColumn() subjects!: readonly string[];
  @DateColumn() raisedOn!: BusinessDate;
  @DateColumn({ nullable: true }) takenOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) screenedOn!: BusinessDate | null;
  @IdColumn({ nullable: true }) transferId!: Id | null;
  @IdColumn({ nullable: true }) organId!: Id | null;
  @DateColumn({ nullable: true }) receivedOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) answerFrom!: BusinessDate | null;
  @DateColumn({ nullable: true }) answerDueOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) heldUntil!: BusinessDate | null;
  @JsonColumn() dispositions!: readonly Disposed[];
  @IdColumn({ nullable: true }) mergedIntoId!: Id | null;
  @TextColumn({ nullable: true }) movedTo!: string | null;
  @IdColumn({ nullable: true }) endedBy!: Id | null;
  @DateColumn({ nullable: true }) endedOn!: BusinessDate | null;
}
