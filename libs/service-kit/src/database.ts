/**
 * The service's own schema: made and migrated at start by the administrator's address, then used as the service's user,
 * who may insert and read insert-only tables and nothing more.
 */
import mysql from 'mysql2/promise';
import { DataSource, DefaultNamingStrategy, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { Config } from './config.js';
import { secretFile } from './crypto/key-files.js';
import { suite } from './crypto/suite.js';
import { INSERT_ONLY, kitMigrations } from './schema.js';
import { databaseTls, isTlsTrouble, tlsTrouble } from './tls.js';

/** Hand-written, expand-then-contract, one statement per entry, the same SQL on MariaDB and MySQL. */
export interface Migration {
  readonly name: string;
  readonly sql: readonly string[];
}

export interface DatabaseOptions {
  /** `mysql://user:password@host:port` of somebody who may create schemas and users. */
  adminUrl: string;
  /** Installation prefix: two installations can share a server. */
  prefix: string;
  service: string;
  migrations: readonly Migration[];
  rows: readonly EntityTarget<ObjectLiteral>[];
  /** See Config. */
  tlsCa?: string | undefined;
  /** Folder of keys; holds the secret from which database passwords are derived. */
  keyFolder: string;
  connections?: number;
  /** Read-only tables of this service beside the kit's own. */
  insertOnly?: readonly string[];
}

/**
 * No transaction outlives this: the kit destroys the connection of a longer one, and the server ends a session whose
 * client has fallen silent. Sealing looks back over a window longer than both together.
 */
export const TRANSACTION_LIMIT_MS = 20_000;
/** For an errand that writes all it has to write at once (decisions/0016). */
export const LONG_TRANSACTION_LIMIT_MS = 180_000;
export const IDLE_SESSION_LIMIT_S = 30;
export const SEAL_WINDOW_MS = 2 * (LONG_TRANSACTION_LIMIT_MS + IDLE_SESSION_LIMIT_S * 1000);

const SESSION = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  `SET SESSION wait_timeout = ${IDLE_SESSION_LIMIT_S}`,
  'SET SESSION innodb_lock_wait_timeout = 10',
  `SET SESSION time_zone = '+00:00'`,
];

export function schemaName(prefix: string, service: string): string {
  return `${prefix}_${service}`;
}

/** Creates schema and user, runs what is missing of kit and service migrations under a lock, then opens the service's own pool. */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  const schema = schemaName(options.prefix, options.service);
  const password = passwordFor(options.keyFolder, schema);
  const address = new URL(options.adminUrl);
  const flavour = await migrate(options, schema, password);
  const source = new DataSource({
    type: flavour,
    host: address.hostname,
    port: Number(address.port || 3306),
    username: schema,
    password,
    database: schema,
    entities: [...options.rows] as never,
    namingStrategy: new SnakeCase(),
    synchronize: false,
    timezone: 'Z',
    charset: 'utf8mb4_bin',
    multipleStatements: true, // see decisions/0005
    supportBigNumbers: true,
    bigNumberStrings: false,
    dateStrings: ['DATE'],
    poolSize: options.connections ?? 16,
    connectTimeout: 10_000,
    ...sslFor(options.adminUrl, options.tlsCa),
    extra: { maxIdle: 4, idleTimeout: (IDLE_SESSION_LIMIT_S * 1000) / 2, enableKeepAlive: true },
  });
  await source.initialize();
  const driver = source.driver as unknown as PooledDriver;
  driver.pool.on('connection', prepare);
  // The pool has opened one connection already, to see whether the address is right; it is the only one so far.
  const first = await driver.obtainMasterConnection();
  prepare(first);
  first.release();
  return source;
}

/** `divisionCode` in TypeScript is `division_code` in the table. */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, given: string | undefined): string {
    return given ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

interface PooledDriver {
  readonly pool: { on(event: 'connection', prepare: (connection: RawConnection) => void): void };
  obtainMasterConnection(): Promise<RawConnection>;
}
type Answered = (error: Error | null, rows: unknown, fields: unknown) => void;
interface RawConnection {
  query(sql: unknown, parameters?: unknown, answered?: Answered): unknown;
  promise(): { query(sql: unknown, parameters?: unknown): Promise<unknown> };
  release(): void;
}

/**
 * TypeORM asks for a wrapper at every query; the driver would make it anew each time, with a stack for an error that hardly ever comes and
 * that TypeORM gives one of its own: a tenth of a service's time.
 */
function prepare(connection: RawConnection): void {
  for (const statement of SESSION) connection.query(statement);
  const wrapper = {
    query: (sql: unknown, parameters?: unknown) =>
      new Promise<unknown>((resolve, reject) => {
        connection.query(sql, parameters, (error, rows, fields) =>
          error ? reject(error) : resolve([rows, fields]),
        );
      }),
  };
  connection.promise = () => wrapper;
}

async function migrate(options: DatabaseOptions, schema: string, password: string) {
  const admin = await connectDatabase({ mysqlUrl: options.adminUrl, tlsCa: options.tlsCa });
  try {
    const version = String(((await admin.query('SELECT VERSION() AS v'))[0] as { v: string }[])[0]!.v);
    await admin.query('SELECT GET_LOCK(?, 120)', [`${schema}.migrate`]);
    await admin.query(
      `CREATE DATABASE IF NOT EXISTS \`${schema}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    );
    await admin.query(`USE \`${schema}\``);
    await admin.query(
      'CREATE TABLE IF NOT EXISTS migration (name VARCHAR(100) NOT NULL PRIMARY KEY, ran_at DATETIME(6) NOT NULL)',
    );
    const done = new Set(
      ((await admin.query('SELECT name FROM migration'))[0] as { name: string }[]).map((row) => row.name),
    );
    for (const migration of [...kitMigrations, ...options.migrations]) {
      if (done.has(migration.name)) continue;
      for (const statement of migration.sql) await admin.query(statement);
      await admin.query('INSERT INTO migration VALUES (?, UTC_TIMESTAMP(6))', [migration.name]);
    }
    await grant(admin, schema, password, [...INSERT_ONLY, ...(options.insertOnly ?? [])]);
    return version.includes('MariaDB') ? ('mariadb' as const) : ('mysql' as const);
  } finally {
    await admin.end();
  }
}

/** The services of this installation, running or not, whose schema has such a table. */
export async function servicesWith(
  connection: mysql.Connection,
  prefix: string,
  table: string,
): Promise<string[]> {
  const start = schemaName(prefix, '');
  const [rows] = await connection.query(
    `SELECT table_schema AS name FROM information_schema.tables
     WHERE table_name = ? AND LEFT(table_schema, ?) = ? ORDER BY table_schema`,
    [table, start.length, start],
  );
  return (rows as { name: string }[]).map(({ name }) => name.slice(start.length));
}

/** As the administrator; times are UTC. */
export async function connectDatabase({
  mysqlUrl: uri,
  tlsCa,
}: Pick<Config, 'mysqlUrl' | 'tlsCa'>): Promise<mysql.Connection> {
  try {
    return await mysql.createConnection({
      uri,
      charset: 'utf8mb4_bin',
      timezone: 'Z',
      ...sslFor(uri, tlsCa),
    });
  } catch (error) {
    throw isTlsTrouble(error) ? tlsTrouble(error, 'the database', tlsCa) : error;
  }
}

function sslFor(url: string, tlsCa: string | undefined) {
  return tlsCa === undefined ? {} : { ssl: databaseTls(tlsCa, new URL(url).hostname) };
}

async function grant(admin: mysql.Connection, user: string, password: string, insertOnly: readonly string[]) {
  await admin.query(`CREATE USER IF NOT EXISTS ?@'%' IDENTIFIED BY ?`, [user, password]);
  await admin.query(`ALTER USER ?@'%' IDENTIFIED BY ?`, [user, password]);
  // For exports; it reaches no table that the user may not read. An underscore in this place stands for any letter.
  await admin.query(`GRANT LOCK TABLES ON \`${user.replaceAll('_', '\\_')}\`.* TO ?@'%'`, [user]);
  const [tables] = await admin.query('SHOW FULL TABLES');
  for (const row of tables as Record<string, string>[]) {
    const table = Object.values(row)[0]!;
    const rights = insertOnly.includes(table) ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
    await admin.query(`GRANT ${rights} ON \`${user}\`.\`${table}\` TO ?@'%'`, [user]);
  }
}

function passwordFor(folder: string, user: string): string {
  return suite.mac(secretFile(folder, 'database.key'), user).toString('base64url');
}
