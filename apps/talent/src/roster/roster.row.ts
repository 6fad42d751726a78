import type { FileRef } from '@xuncha/contracts';
import type { BusinessDate } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, JsonColumn, NumberColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';

@Entity('roster_import')
export class RosterImportRow extends AggregateRow {
  @JsonColumn() file!: FileRef;
  @DateColumn() importedOn!: BusinessDate;
  @NumberColumn() rows!: number;
  @NumberColumn() registered!: number;
  @NumberColumn() known!: number;
}
