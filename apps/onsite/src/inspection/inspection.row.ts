import type { OrganizationKind, TeamMember } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
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
import type { Extension, Inspection } from './inspection.js';

@Entity('inspection')
export class InspectionRow extends AggregateRow {
  @IdColumn() assignmentId!: Id;
  @IdColumn() roundId!: Id;
  @NumberColumn() batch!: number;
  @IdColumn() organizationId!: Id;
  @TextColumn() organizationKind!: OrganizationKind;
  @IdColumn() teamId!: Id;
  @TextColumn() designation!: string;
  @JsonColumn() members!: readonly TeamMember[];
  @FlagColumn() keyMatters!: boolean;
  @TextColumn() profile!: string;
  @TextColumn() state!: Inspection['state'];
  @DateColumn() since!: BusinessDate;
  @DateColumn({ nullable: true }) enteredOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) leftOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) reportedOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) decidedOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) feedbackDueOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) fedBackOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) archivedOn!: BusinessDate | null;
  @JsonColumn() extensions!: readonly Extension[];
}
