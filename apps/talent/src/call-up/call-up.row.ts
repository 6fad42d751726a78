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
import type { CallUp } from './call-up.js';

@Entity('call_up')
export class CallUpRow extends AggregateRow {
  @TextColumn() number!: string;
  @IdColumn() inspectorId!: Id;
  @IdColumn() roundId!: Id;
  @TextColumn() state!: CallUp['state'];
  @DateColumn() fromDay!: BusinessDate;
  @DateColumn() untilDay!: BusinessDate;
  @IdColumn() requestedBy!: Id;
  @DateColumn() requestedOn!: BusinessDate;
  @JsonColumn({ nullable: true }) answer!: CallUp['answer'];
  @DateColumn({ nullable: true }) startedOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) endedOn!: BusinessDate | null;
  @NumberColumn({ nullable: true }) claim!: 1 | null;
}
