import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Hearing } from './hearing.js';

@Entity('hearing')
export class HearingRow extends AggregateRow {
  @TextColumn() body!: Hearing['body'];
  @DateColumn() heldOn!: BusinessDate;
  @JsonColumn() roundIds!: Id[];
  @JsonColumn() decisions!: string[];
}
