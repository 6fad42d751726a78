import type { PetitionChannel, Verdict } from '@xuncha/contracts';
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
import type { Opening, Petition } from './petition.js';

@Entity('petition')
export class PetitionRow extends AggregateRow {
  @IdColumn() inspectionId!: Id;
  @IdColumn() assignmentId!: Id;
  @IdColumn() roundId!: Id;
  @IdColumn() organizationId!: Id;
  @IdColumn({ nullable: true }) teamId!: Id | null;
  @TextColumn() number!: string;
  @TextColumn() channel!: PetitionChannel;
  @SealedColumn() content!: Buffer;
  @SealedColumn({ nullable: true }) sender!: Buffer | null;
  @FlagColumn() consent!: boolean;
  @IdColumn() concernsId!: Id;
  @FlagColumn() concernsTeam!: boolean;
  @TextColumn() profile!: string;
  @TextColumn() state!: Petition['state'];
  @DateColumn() receivedOn!: BusinessDate;
  @DateColumn() dueOn!: BusinessDate;
  @IdColumn({ nullable: true }) assigneeId!: Id | null;
  @TextColumn({ nullable: true }) verdict!: Verdict | null;
  @SealedColumn({ nullable: true }) result!: Buffer | null;
  @IdColumn({ nullable: true }) referredToId!: Id | null;
  @FlagColumn() referredWithSender!: boolean;
  @SealedColumn({ nullable: true }) answer!: Buffer | null;
  @DateColumn({ nullable: true }) answeredOn!: BusinessDate | null;
  @IdColumn({ nullable: true }) closedBy!: Id | null;
  @DateColumn({ nullable: true }) closedOn!: BusinessDate | null;
  @JsonColumn({ nullable: true }) opening!: Opening | null;
}
