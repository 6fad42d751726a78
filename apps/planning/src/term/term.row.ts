import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, IdColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Term } from './term.js';

@Entity('term')
export class TermRow extends AggregateRow {
  @TextColumn() name!: string;
  @DateColumn() firstDay!: BusinessDate;
  @DateColumn() lastDay!: BusinessDate;
  @TextColumn() state!: Term['state'];
  @IdColumn() proposedBy!: Id;
}
