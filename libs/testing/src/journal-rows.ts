/** A service's schema with nothing but the kit's tables, and rows written straight into its journal as some transaction would. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idToBytes, newId, type Id } from '@xuncha/domain-kit';
import {
  configFromEnvironment,
  connectBroker,
  makeLog,
  Metrics,
  openDatabase,
  Runtime,
  schemaName,
  type Config,
} from '@xuncha/service-kit';
import mysql from 'mysql2/promise';

export const JOURNAL_SERVICE = 'ledger';

/** Rows of one aggregate, oldest version first. */
export interface Written {
  readonly site?: string;
  readonly aggregateId?: Id;
  /** Version of the first of them. */
  readonly version?: number;
  readonly rows?: number;
}

export interface Queries {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** Inserts journal rows on whatever connection or transaction it is given. */
export async function writeRows(on: Queries, written: Written = {}): Promise<Id> {
  const { site = '330381', aggregateId = newId(), version = 1, rows = 1 } = written;
  const values = Array.from({ length: rows }, (_, index) => [
    idToBytes(newId()),
    1,
    site,
    'ledger.entry',
    idToBytes(aggregateId),
    version + index,
    'ledger.entry.made',
    'internal',
    null,
    '2026-03-02',
    new Date(),
    idToBytes(newId()),
    JSON.stringify({ version: version + index, remark: '𠮷' }),
    randomBytes(32),
  ]);
  await on.query(
    `INSERT INTO journal (id, epoch, site, aggregate, aggregate_id, version, type, classification, actor, effective,
      recorded_at, correlation, body, row_hash) VALUES ?`,
    [values],
  );
  return aggregateId;
}

/** One schema on the servers of this run; any number of replicas share it. */
export class JournalUnderTest {
  private readonly runtimes: Runtime[] = [];

  private constructor(
    readonly config: Config,
    /** May do what a service's own user may not: edit the journal, end a lease. */
    private readonly admin: mysql.Connection,
  ) {}

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<JournalUnderTest> {
    process.env.XC_LOG_LEVEL ??= 'fatal';
    const config = configFromEnvironment({
      ...process.env,
      XC_PREFIX: `t${randomBytes(5).toString('hex')}`,
      XC_DATA: mkdtempSync(join(tmpdir(), 'xuncha-test-')),
      ...environment,
    });
    const admin = await mysql.createConnection({
      uri: config.mysqlUrl,
      charset: 'utf8mb4_bin',
      timezone: 'Z',
    });
    return new JournalUnderTest(config, admin);
  }

  /** What one instance of the service has: its own pool, its own connection to the broker. The first makes the schema. */
  async replica(): Promise<Runtime> {
    const db = await openDatabase({
      adminUrl: this.config.mysqlUrl,
      prefix: this.config.prefix,
      service: JOURNAL_SERVICE,
      migrations: [],
      rows: [],
      keyFolder: this.config.keyFolder,
    });
    const nats = await connectBroker(this.config, JOURNAL_SERVICE);
    const watch = { log: makeLog(JOURNAL_SERVICE), metrics: new Metrics(JOURNAL_SERVICE) };
    const runtime = new Runtime(JOURNAL_SERVICE, this.config, { db, nats }, watch);
    this.runtimes.push(runtime);
    await this.admin.changeUser({ database: schemaName(this.config.prefix, JOURNAL_SERVICE) });
    return runtime;
  }

  async rows<R>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    return (await this.admin.query(sql, parameters))[0] as R[];
  }

  /** Ends every session that uses the schema, as a restart of the database would. */
  async endSessions(): Promise<void> {
    const schema = schemaName(this.config.prefix, JOURNAL_SERVICE);
    const sessions = await this.rows<{ Id: number; db: string | null }>('SHOW PROCESSLIST');
    const theirs = sessions.filter(({ Id, db }) => db === schema && Id !== this.admin.threadId);
    // One that ended by itself meanwhile is no matter.
    for (const { Id } of theirs) await this.rows('KILL ?', [Id]).catch(() => undefined);
  }

  async close(): Promise<void> {
    for (const { db, nats } of this.runtimes) {
      await nats.close();
      await db.destroy();
    }
    const schema = schemaName(this.config.prefix, JOURNAL_SERVICE);
    await this.admin.query(`DROP DATABASE IF EXISTS \`${schema}\``);
    await this.admin.query(`DROP USER IF EXISTS ?@'%'`, [schema]);
    await this.admin.end();
    rmSync(this.config.dataFolder, { recursive: true, force: true });
  }
}
