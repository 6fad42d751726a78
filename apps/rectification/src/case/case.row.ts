import type { BusinessDate, Id } from '@xuncha/domain-kit';
import {
  AggregateRow,
  DateColumn,
  IdColumn,
  JsonColumn,
  SealedColumn,
  TextColumn,
} from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Case } from './case.js';

@Entity('rectification_case')
export class CaseRow extends AggregateRow {
  @IdColumn() inspectionId!: Id;
  @IdColumn() assignmentId!: Id;
  @IdColumn() roundId!: Id;
  @IdColumn() organizationId!: Id;
  @IdColumn() feedbackId!: Id;
  @TextColumn() state!: Case['state'];
  @TextColumn() profile!: string;
  @DateColumn() openedOn!: BusinessDate;
  @DateColumn() planDueOn!: BusinessDate;
  @DateColumn() reportsDueFrom!: BusinessDate;
  @DateColumn() reportsDueOn!: BusinessDate;
  @DateColumn({ nullable: true }) closedOn!: BusinessDate | null;
  @JsonColumn() findings!: Case['findings'];
  @JsonColumn() plans!: Case['plans'];
  @JsonColumn() slips!: Case['slips'];
  @JsonColumn() reports!: Case['reports'];
  @JsonColumn() reviews!: Case['reviews'];
  @JsonColumn() assessments!: Case['assessments'];
  @JsonColumn() reopenings!: Case['reopenings'];
  @IdColumn({ nullable: true }) signerId!: Id | null;
  @SealedColumn({ nullable: true }) signerReason!: Uint8Array | null;
}
