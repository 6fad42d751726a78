/** The two statements that write rows of one class, put together once from what TypeORM knows of its columns. */
import { idToBytes } from '@xuncha/domain-kit';
import type { DataSource, EntityMetadata } from 'typeorm';
import type { AggregateRow } from './columns.js';

type RowClass<R> = new () => R;
type Statement = readonly [sql: string, values: unknown[]];

/** Every row writes all of its columns, so that the text depends on the class alone. */
class Statements {
  private readonly columns;
  private readonly changing;
  private readonly insertInto: string;
  private readonly rowMarks: string;
  private readonly update: string;

  constructor(
    private readonly source: DataSource,
    metadata: EntityMetadata,
  ) {
    this.columns = metadata.columns;
    this.changing = metadata.columns.filter((column) => !column.isPrimary);
    const table = `\`${metadata.tableName}\``;
    const names = this.columns.map(({ databaseName }) => `\`${databaseName}\``);
    this.insertInto = `INSERT INTO ${table} (${names.join(', ')}) VALUES `;
    this.rowMarks = `(${names.map(() => '?').join(', ')})`;
    const settings = this.changing.map(({ databaseName }) => `\`${databaseName}\` = ?`);
    this.update = `UPDATE ${table} SET ${settings.join(', ')} WHERE site = ? AND id = ?`;
  }

  insert(rows: readonly AggregateRow[]): Statement {
    const marks = rows.map(() => this.rowMarks).join(', ');
    return [this.insertInto + marks, rows.flatMap((row) => this.values(row, this.columns))];
  }

  save(row: AggregateRow): Statement {
    return [this.update, [...this.values(row, this.changing), row.site, idToBytes(row.id)]];
  }

  private values(row: AggregateRow, columns: EntityMetadata['columns']): unknown[] {
    return columns.map(
      (column) => this.source.driver.preparePersistentValue(column.getEntityValue(row), column) ?? null,
    );
  }
}

const prepared = new WeakMap<DataSource, Map<RowClass<AggregateRow>, Statements>>();

/** Of this class of rows in this database. */
export function statementsOf(source: DataSource, row: RowClass<AggregateRow>): Statements {
  let ofSource = prepared.get(source);
  if (!ofSource) prepared.set(source, (ofSource = new Map()));
  let statements = ofSource.get(row);
  if (!statements) ofSource.set(row, (statements = new Statements(source, source.getMetadata(row))));
  return statements;
}
