import type { FileRef } from '@xuncha/contracts';
import type { BusinessDate } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, JsonColumn, LaterJsonColumn, NumberColumn } from '../store/columns.js';
import type { Import } from './import.js';

/** Columns of a table of imports; its migration begins with AGGREGATE_COLUMNS. */
export abstract class ImportRow extends AggregateRow {
  @JsonColumn() file!: FileRef;
  @DateColumn() importedOn!: BusinessDate;
  @NumberColumn() rows!: number;
  @NumberColumn() registered!: number;
  @NumberColumn() known!: number;
  /** Absent of what was imported, as of all imports before there were long ones. */
  @LaterJsonColumn() unfinished?: Pick<Import, 'state' | 'refusal'> | null | undefined;
}

/** For tables of imports from before there were long ones. */
export const longImportColumn = (table: string) =>
  `ALTER TABLE ${table} ADD COLUMN unfinished MEDIUMTEXT NULL`;

export function importColumns<R extends ImportRow, I extends Import = Import>(): {
  toDomain(row: R): I;
  toRow(state: I): Omit<R, keyof AggregateRow>;
} {
  return {
    toDomain: ({ site: _site, version: _version, unfinished, ...fields }) =>
      ({ ...fields, ...(unfinished ?? { state: 'imported', refusal: null }) }) as unknown as I,
    toRow: ({ id: _id, state, refusal, ...fields }) =>
      ({ ...fields, unfinished: state === 'imported' ? undefined : { state, refusal } }) as unknown as Omit<
        R,
        keyof AggregateRow
      >,
  };
}
