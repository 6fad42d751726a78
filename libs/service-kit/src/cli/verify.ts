/** `npm run verify`: proves the journals of every service of this installation by their chains. Exit code 1 where one does not hold. */
import mysql from 'mysql2/promise';
import { configFromEnvironment, type Config } from '../config.js';
import { schemaName } from '../database.js';
import { verifyChain, type Reads } from '../journal/verify-chain.js';

async function verify(config: Config): Promise<boolean> {
  const connection = await mysql.createConnection({
    uri: config.mysqlUrl,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
  });
  const db: Reads = {
    query: async <R>(sql: string, parameters: unknown[] = []) =>
      (await connection.query(sql, parameters))[0] as R[],
  };
  try {
    const schemas = await journals(db, config.prefix);
    if (schemas.length === 0) {
      console.error(`No service has a journal under prefix ${config.prefix}; nothing was verified.`);
      return false;
    }
    let isWhole = true;
    for (const schema of schemas) {
      await connection.changeUser({ database: schema });
      const { sites, sealed, waiting, findings } = await verifyChain(db);
      const verdict = findings.length === 0 ? 'whole' : 'BROKEN';
      console.log(`${schema}: ${sealed} rows of ${sites} sites, ${waiting} not sealed yet: ${verdict}`);
      for (const finding of findings) console.log(`  ${finding}`);
      isWhole &&= findings.length === 0;
    }
    return isWhole;
  } finally {
    await connection.end();
  }
}

/** A schema whose seal is gone altogether counts as well. */
async function journals(db: Reads, prefix: string): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `SELECT table_schema AS name FROM information_schema.tables
     WHERE table_name = 'journal' AND LEFT(table_schema, ?) = ? ORDER BY table_schema`,
    [schemaName(prefix, '').length, schemaName(prefix, '')],
  );
  return rows.map(({ name }) => name);
}

process.exitCode = (await verify(configFromEnvironment())) ? 0 : 1;
