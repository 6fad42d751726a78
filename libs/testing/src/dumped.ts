/** Everything that the database would give to whoever holds it: all tables of an installation, all columns, byte for byte. */
import { configFromEnvironment, schemaName } from '@xuncha/service-kit';
import mysql from 'mysql2';

export interface Dumped {
  /** `schema.table` */
  readonly name: string;
  /** Many rows, never half a one. */
  readonly bytes: Buffer;
}
const BETWEEN = Buffer.from('\n');
const ENOUGH = 1024 * 1024;

export async function* dumped(env: NodeJS.ProcessEnv): AsyncGenerator<Dumped> {
  const { mysqlUrl, prefix } = configFromEnvironment(env);
  const connection = mysql.createConnection({ uri: mysqlUrl, charset: 'utf8mb4_bin' });
  try {
    const start = schemaName(prefix, '');
    const [tables] = await connection.promise().query(
      `SELECT table_schema AS \`schema\`, table_name AS \`table\` FROM information_schema.tables
       WHERE LEFT(table_schema, ?) = ? ORDER BY 1, 2`,
      [start.length, start],
    );
    for (const { schema, table } of tables as { schema: string; table: string }[]) {
      const rows = connection
        .query({
          sql: `SELECT * FROM \`${schema}\`.\`${table}\``,
          rowsAsArray: true,
          typeCast: (field: { buffer(): Buffer | null }) => field.buffer(),
        })
        .stream() as AsyncIterable<(Buffer | null)[]>;
      let held: Buffer[] = [];
      let size = 0;
      for await (const cells of rows) {
        for (const cell of cells) if (cell) held.push(cell, BETWEEN);
        size += cells.reduce((sum, cell) => sum + (cell?.length ?? 0), 0);
        if (size < ENOUGH) continue;
        yield { name: `${schema}.${table}`, bytes: Buffer.concat(held) };
        [held, size] = [[], 0];
      }
      yield { name: `${schema}.${table}`, bytes: Buffer.concat(held) };
    }
  } finally {
    await connection.promise().end();
  }
}
