/** The schema of one service on the servers of this run: any number of instances of the service share it. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  configFromEnvironment,
  connectBroker,
  makeLog,
  Metrics,
  openDatabase,
  Runtime,
  schemaName,
  type Config,
  type Migration,
} from '@xuncha/service-kit';
import mysql from 'mysql2/promise';

export type Environment = Readonly<Record<string, string>>;

export abstract class SchemaUnderTest {
  readonly config: Config;
  /** The first that was made, if any was, came with the schema. */
  protected readonly runtimes: Runtime[] = [];
  protected readonly schema: string;
  /** One session of somebody who may do what the service's own user may not: edit the journal, end a lease. */
  private readonly admin: mysql.Pool;

  protected constructor(
    private readonly service: string,
    private readonly migrations: readonly Migration[],
    environment: Environment,
  ) {
    process.env.XC_LOG_LEVEL ??= 'fatal';
    this.config = configFromEnvironment({
      ...process.env,
      XC_PREFIX: `t${randomBytes(5).toString('hex')}`,
      XC_DATA: mkdtempSync(join(tmpdir(), 'xuncha-test-')),
      ...environment,
    });
    this.schema = schemaName(this.config.prefix, service);
    this.admin = mysql.createPool({
      uri: this.config.mysqlUrl,
      database: this.schema,
      connectionLimit: 1,
      charset: 'utf8mb4_bin',
      timezone: 'Z',
    });
  }

  /** What one instance of the service has: its own pool, its own connection to the broker. The first makes the schema. */
  async replica(): Promise<Runtime> {
    const { service, migrations, config } = this;
    const { mysqlUrl: adminUrl, prefix, keyFolder } = config;
    const db = await openDatabase({ adminUrl, prefix, service, migrations, rows: [], keyFolder });
    const nats = await connectBroker(config, service);
    const watch = { log: makeLog(service), metrics: new Metrics(service) };
    const runtime = new Runtime(service, config, { db, nats }, watch);
    this.runtimes.push(runtime);
    return runtime;
  }

  async rows<R>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    return (await this.admin.query(sql, parameters))[0] as R[];
  }

  async close(): Promise<void> {
    for (const { db, nats } of this.runtimes) {
      await nats.close();
      await db.destroy();
    }
    if (this.runtimes.length > 0) {
      await this.rows(`DROP DATABASE IF EXISTS \`${this.schema}\``);
      await this.rows(`DROP USER IF EXISTS ?@'%'`, [this.schema]);
    }
    await this.admin.end();
    rmSync(this.config.dataFolder, { recursive: true, force: true });
  }
}
