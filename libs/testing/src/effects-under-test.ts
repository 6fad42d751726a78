/** The schema of a service that listens: the kit's tables, and one in which listeners of a test write down what they did. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idToBytes } from '@xuncha/domain-kit';
import {
  configFromEnvironment,
  connectBroker,
  makeLog,
  Metrics,
  openDatabase,
  Runtime,
  type Config,
  type Envelope,
} from '@xuncha/service-kit';
import mysql from 'mysql2/promise';
import type { EntityManager } from 'typeorm';
import { eventually } from './eventually.js';
import { SourceUnderTest } from './publish-events.js';

const SERVICE = 'reader';
/** Nothing keeps a listener that runs twice from being seen. */
const effects = {
  name: 'effects',
  sql: [
    `CREATE TABLE effect (
      serial BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
      aggregate_id BINARY(16) NOT NULL,
      version INT UNSIGNED NOT NULL,
      type VARCHAR(100) NOT NULL
    ) ENGINE=InnoDB`,
  ],
};

export class EffectsUnderTest {
  private readonly runtimes: Runtime[] = [];

  private constructor(
    readonly config: Config,
    readonly admin: mysql.Connection,
  ) {}

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<EffectsUnderTest> {
    process.env.XC_LOG_LEVEL ??= 'silent';
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
    return new EffectsUnderTest(config, admin);
  }

  /** What one instance of the service has: its own pool, its own connection to the broker. */
  async replica(): Promise<Runtime> {
    const { config } = this;
    const { mysqlUrl: adminUrl, prefix, keyFolder } = config;
    const db = await openDatabase({
      adminUrl,
      prefix,
      service: SERVICE,
      migrations: [effects],
      rows: [],
      keyFolder,
    });
    const nats = await connectBroker(config, SERVICE);
    const watch = { log: makeLog(SERVICE), metrics: new Metrics(SERVICE) };
    const runtime = new Runtime(SERVICE, config, { db, nats }, watch);
    this.runtimes.push(runtime);
    return runtime;
  }

  async source(service?: string): Promise<SourceUnderTest> {
    const { nats } = this.runtimes[0] ?? (await this.replica());
    return new SourceUnderTest(nats, this.config.prefix, service);
  }

  /** Writes down what a listener is told, in its transaction. */
  write = async ({ aggregateId, version, type }: Envelope, manager: EntityManager): Promise<void> => {
    await manager.query('INSERT INTO effect (aggregate_id, version, type) VALUES (?, ?, ?)', [
      idToBytes(aggregateId),
      version,
      type,
    ]);
  };

  /** Versions of an aggregate in the order in which they took effect. */
  async versions(aggregateId: string): Promise<number[]> {
    const rows = await this.rows<{ version: number }>(
      'SELECT version FROM effect WHERE aggregate_id = ? ORDER BY serial',
      [idToBytes(aggregateId)],
    );
    return rows.map((row) => row.version);
  }

  async eventuallyVersions(aggregateId: string, expected: readonly number[]): Promise<void> {
    await eventually(async () => {
      const found = await this.versions(aggregateId);
      if (found.join() !== expected.join())
        throw new Error(`${found.join()} took effect, not ${expected.join()}`);
      return true;
    });
  }

  async rows<R>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    await this.admin.query(`USE \`${this.schema}\``);
    return (await this.admin.query(sql, parameters))[0] as R[];
  }

  async close(): Promise<void> {
    for (const { db, nats } of this.runtimes) {
      await nats.close();
      await db.destroy();
    }
    await this.admin.query(`DROP DATABASE IF EXISTS \`${this.schema}\``);
    await this.admin.query(`DROP USER IF EXISTS ?@'%'`, [this.schema]);
    await this.admin.end();
    rmSync(this.config.dataFolder, { recursive: true, force: true });
  }

  private get schema(): string {
    return `${this.config.prefix}_${SERVICE}`;
  }
}
