import type { TeamMember } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import {
  AggregateRow,
  DateColumn,
  IdColumn,
  JsonColumn,
  NumberColumn,
  TextColumn,
} from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Assignment, Target } from './assignment.js';

@Entity('assignment')
export class AssignmentRow extends AggregateRow {
  @IdColumn() roundId!: Id;
  @NumberColumn() batch!: number;
  @IdColumn() teamId!: Id;
  @TextColumn() designation!: string;
  @JsonColumn() members!: TeamMember[];
  @JsonColumn() organizations!: Target[];
  @TextColumn() state!: Assignment['state'];
  @DateColumn({ nullable: true }) issuedOn!: BusinessDate | null;
  @TextColumn({ nullable: true }) cancelReason!: string | null;
}
