import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, FlagColumn, IdColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Item } from './item.js';

@Entity('item')
export class ItemRow extends AggregateRow {
  @IdColumn() inspectionId!: Id;
  @IdColumn() assignmentId!: Id;
  @IdColumn() roundId!: Id;
  @IdColumn() organizationId!: Id;
  @IdColumn() findingId!: Id;
  @IdColumn({ nullable: true }) caseId!: Id | null;
  @TextColumn() state!: Item['state'];
  @FlagColumn() immediate!: boolean;
  @TextColumn() profile!: string;
  @DateColumn() openedOn!: BusinessDate;
  @TextColumn({ nullable: true }) measure!: string | null;
  @TextColumn({ nullable: true }) responsible!: string | null;
  @DateColumn() dueFrom!: BusinessDate;
  @DateColumn() dueOn!: BusinessDate;
  @DateColumn({ nullable: true }) closedOn!: BusinessDate | null;
  @JsonColumn() submissions!: Item['submissions'];
  @JsonColumn() returns!: Item['returns'];
  @JsonColumn() closings!: Item['closings'];
  @JsonColumn() checks!: Item['checks'];
  @JsonColumn() reopenings!: Item['reopenings'];
}
