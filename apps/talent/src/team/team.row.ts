import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, IdColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Team } from './team.js';

@Entity('team')
export class TeamRow extends AggregateRow {
  @IdColumn() roundId!: Id;
  @TextColumn() designation!: string;
  @JsonColumn() members!: Team['members'];
  @TextColumn() state!: Team['state'];
  @IdColumn({ nullable: true }) proposedBy!: Id | null;
  @IdColumn({ nullable: true }) checkedBy!: Id | null;
  @DateColumn({ nullable: true }) checkedOn!: BusinessDate | null;
  @IdColumn({ nullable: true }) authorizedBy!: Id | null;
  @DateColumn({ nullable: true }) authorizedOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) releasedOn!: BusinessDate | null;
  @JsonColumn() clearOf!: readonly Id[];
  @JsonColumn() replacements!: Team['replacements'];
  @TextColumn({ nullable: true }) withdrawReason!: string | null;
}
