/** One database transaction with a hard limit on its life, and which errors mean "try again" rather than "this is wrong". */
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { TRANSACTION_LIMIT_MS, type LONG_TRANSACTION_LIMIT_MS } from './database.js';

/**
 * Runs `work` in one READ COMMITTED transaction. Longer than its limit, its connection is destroyed, so that no commit comes later than
 * the sealing window allows.
 */
export async function transact<T>(
  db: DataSource,
  work: (manager: EntityManager) => Promise<T>,
  limitMs: typeof TRANSACTION_LIMIT_MS | typeof LONG_TRANSACTION_LIMIT_MS = TRANSACTION_LIMIT_MS,
): Promise<T> {
  const runner = db.createQueryRunner();
  try {
    return await transactOn(runner, work, limitMs);
  } finally {
    await runner.release();
  }
}

/** A message holds no more: a province imported at once would be larger than servers take (16 MB by default). */
const MOST_TOGETHER = 20;

export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}
/** A transaction that goes to the server in as few messages as can be: see decisions/0005. */
export interface Unit {
  readonly manager: EntityManager;
  /** What the first statement read. */
  readonly opened: readonly unknown[];
  /** Written with the commit; nothing in the same transaction reads it. */
  later(statement: Statement): void;
}

/** Like `transact`: the transaction opens with `first` in one message, and closes with all that was left for later in another, or a few. */
export async function transactUnit<T>(
  db: DataSource,
  first: Statement | null,
  work: (unit: Unit) => Promise<T>,
): Promise<T> {
  const runner = db.createQueryRunner();
  const last: Statement[] = [];
  try {
    return await limited(runner, async (connection) => {
      try {
        const opened = await together(runner, [
          { sql: 'START TRANSACTION', values: [] },
          ...(first ? [first] : []),
        ]);
        markActive(runner, true); // TypeORM locks rows only where it knows of a transaction
        const unit = { manager: runner.manager, opened, later: (one: Statement) => void last.push(one) };
        const result = await work(unit);
        const left = [...last, { sql: 'COMMIT', values: [] }];
        for (let start = 0; start < left.length; start += MOST_TOGETHER)
          await together(runner, left.slice(start, start + MOST_TOGETHER));
        return result;
      } catch (error) {
        await runner.query('ROLLBACK').catch(() => sever(connection));
        throw error;
      } finally {
        markActive(runner, false);
      }
    });
  } finally {
    await runner.release();
  }
}

function markActive(runner: QueryRunner, isActive: boolean): void {
  (runner as { isTransactionActive: boolean }).isTransactionActive = isActive;
}

/** One message to the server; where one statement fails, those after it are not run. Answers what the last one read. */
async function together(runner: QueryRunner, statements: readonly Statement[]): Promise<unknown[]> {
  const sql = statements.map((statement) => statement.sql).join('; ');
  const results = (await runner.query(
    sql,
    statements.flatMap(({ values }) => values),
  )) as unknown[];
  return statements.length > 1 ? (results.at(-1) as unknown[]) : [];
}

/** The same on a connection that its owner keeps for more than one transaction. */
export function transactOn<T>(
  runner: QueryRunner,
  work: (manager: EntityManager) => Promise<T>,
  limitMs: number = TRANSACTION_LIMIT_MS,
): Promise<T> {
  const once = async (connection: Severable) => {
    try {
      await runner.startTransaction();
      const result = await work(runner.manager);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => sever(connection));
      throw error;
    }
  };
  return limited(runner, once, limitMs);
}

/** Severs the connection where the work on it takes longer than any transaction may. */
export async function limited<T>(
  runner: QueryRunner,
  work: (connection: Severable) => Promise<T>,
  limitMs: number = TRANSACTION_LIMIT_MS,
): Promise<T> {
  const connection = (await runner.connect()) as Severable;
  const limit = setTimeout(() => sever(connection), limitMs);
  try {
    return await work(connection);
  } finally {
    clearTimeout(limit);
  }
}

interface Severable {
  stream: { destroy(error: Error): void };
}
/** The driver's own `destroy` waits for an answer under way, for ever where the server's machine is gone. */
function sever(connection: Severable): void {
  connection.stream.destroy(Object.assign(new Error('transaction severed'), { code: 'ETIMEDOUT' }));
}

const DUPLICATE = new Set(['ER_DUP_ENTRY']);
const TRANSIENT = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_CLIENT_INTERACTION_TIMEOUT',
  'ER_CONNECTION_KILLED',
  'ER_QUERY_INTERRUPTED',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'PROTOCOL_ENQUEUE_AFTER_DESTROY',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
]);

export function errorCode(error: unknown): string | undefined {
  const direct = (error as { code?: unknown } | null)?.code;
  if (typeof direct === 'string') return direct;
  const driver = (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return typeof driver === 'string' ? driver : undefined;
}
/** The database was away, or two transactions met; the same work may succeed when done again. */
export function isTransient(error: unknown): boolean {
  const code = errorCode(error);
  return (code !== undefined && TRANSIENT.has(code)) || isFatal(error);
}
/** The connection is of no use any more; the driver gives some of these no code. */
function isFatal(error: unknown): boolean {
  const { fatal, driverError } = (error ?? {}) as { fatal?: unknown; driverError?: { fatal?: unknown } };
  return fatal === true || driverError?.fatal === true;
}
export function isDuplicate(error: unknown): boolean {
  const code = errorCode(error);
  return code !== undefined && DUPLICATE.has(code);
}
