import type { CompositionNeeds } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, IdColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Composing } from './composing.js';

@Entity('composition')
export class ComposingRow extends AggregateRow {
  @IdColumn() roundId!: Id;
  @JsonColumn() needs!: CompositionNeeds;
  @TextColumn() state!: Composing['state'];
  @IdColumn() startedBy!: Id;
  @DateColumn() startedOn!: BusinessDate;
  @JsonColumn({ nullable: true }) result!: Composing['result'];
}
