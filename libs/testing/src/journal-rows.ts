/** A service's schema with nothing but the kit's tables, and rows written straight into its journal as some transaction would. */
import { randomBytes } from 'node:crypto';
import { idToBytes, newId, type Id } from '@xuncha/domain-kit';
import { SchemaUnderTest, type Environment } from './schema-under-test.js';

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

export class JournalUnderTest extends SchemaUnderTest {
  constructor(environment: Environment = {}) {
    super(JOURNAL_SERVICE, [], environment);
  }

  /** Ends every session that uses the schema, as a restart of the database would. */
  async endSessions(): Promise<void> {
    const [own] = await this.rows<{ id: number }>('SELECT CONNECTION_ID() AS id');
    const sessions = await this.rows<{ Id: number; db: string | null }>('SHOW PROCESSLIST');
    const theirs = sessions.filter(({ Id, db }) => db === this.schema && Id !== own!.id);
    // One that ended by itself meanwhile is no matter.
    for (const { Id } of theirs) await this.rows('KILL ?', [Id]).catch(() => undefined);
  }
}
