import type { FileRef, ImportState } from '@xuncha/contracts';
import type { BusinessDate } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, JsonColumn, NumberColumn, TextColumn } from '../store/columns.js';
import type { Import } from './import.js';

/** Columns of a table of imports; its migration begins with AGGREGATE_COLUMNS. */
export abstract class ImportRow extends AggregateRow {
  @JsonColumn() file!: FileRef;
  @DateColumn() importedOn!: BusinessDate;
  @NumberColumn() rows!: number;
  @NumberColumn() registered!: number;
  @NumberColumn() known!: number;
  @TextColumn() state!: ImportState;
  @JsonColumn({ nullable: true }) refusal!: Import['refusal'];
}

/** For tables of imports from before imports could be long. */
export const longImportColumns = (table: string) =>
  `ALTER TABLE ${table} ADD COLUMN state VARCHAR(12) NOT NULL DEFAULT 'imported', ADD COLUMN refusal MEDIUMTEXT NULL`;
