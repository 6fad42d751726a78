import type { BusinessDate } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, JsonColumn, NumberColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { TaxonomyClass } from './taxonomy.js';

@Entity('taxonomy')
export class TaxonomyRow extends AggregateRow {
  @TextColumn() code!: string;
  @TextColumn() title!: string;
  @NumberColumn() edition!: number;
  @DateColumn() inForceFrom!: BusinessDate;
  @JsonColumn() classes!: readonly TaxonomyClass[];
}
