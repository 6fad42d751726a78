/** Writes facts into the journal, in the transaction of the state they belong to. */
import type { Fact } from '@xuncha/contracts';
import { canonicalHash, idToBytes, newId, type Id } from '@xuncha/domain-kit';
import type { Act } from '../access/act.js';
import type { Scope } from '../access/caller.js';
import { provenanceColumns } from '../access/provenance.js';

export interface Entry {
  readonly aggregate: string;
  readonly id: Id;
  /** Version of the aggregate before these facts. */
  readonly after: number;
  readonly facts: readonly Fact[];
  /** Canonical row after all of them. */
  readonly row: object;
  /** What the record belongs to, for naming the roles that reach it. */
  readonly scope?: Scope;
}

const COLUMNS = [
  'id', 'epoch', 'site', 'aggregate', 'aggregate_id', 'version', 'type', 'classification', 'actor', 'effective',
  'recorded_at', 'causation', 'correlation', 'traceparent', 'body', 'row_hash',
  'permission', 'roles', 'origin', 'session_id',
]; // prettier-ignore
const ROW = `(${COLUMNS.map(() => '?').join(',')})`;
const INSERT = `INSERT INTO journal (${COLUMNS.join(',')}) VALUES `;
const ROWS_PER_STATEMENT = 500;

/** One row is one version; several facts of one change are consecutive versions. Bodies are held to their schema. */
export async function writeJournal(act: Act, entries: readonly Entry[]): Promise<void> {
  const recordedAt = new Date();
  const rows = entries.flatMap((entry) => {
    const hash = canonicalHash(entry.row);
    return entry.facts.map((fact, index) =>
      values(act, entry, fact, entry.after + 1 + index, hash, recordedAt),
    );
  });
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const slice = rows.slice(start, start + ROWS_PER_STATEMENT);
    await act.write(INSERT + slice.map(() => ROW).join(','), slice.flat());
  }
}

function values(act: Act, entry: Entry, fact: Fact, version: number, hash: Buffer, recordedAt: Date) {
  const { contract } = fact;
  const owner = `${contract.service}.${contract.aggregate}`;
  if (owner !== entry.aggregate) throw new Error(`${contract.name} is no event of ${entry.aggregate}`);
  const body = contract.body.parse(fact.body);
  return [
    idToBytes(newId()),
    act.runtime.epoch,
    act.site,
    entry.aggregate,
    idToBytes(entry.id),
    version,
    contract.name,
    contract.classification,
    act.account && idToBytes(act.account),
    act.on,
    recordedAt,
    act.cause && idToBytes(act.cause.id),
    idToBytes(act.moment.trace.correlation),
    act.moment.trace.traceparent,
    JSON.stringify(body),
    hash,
    ...provenanceColumns(act, entry.scope),
  ];
}

/** What has happened to an aggregate since a version, for the person whose command came too late. */
export async function changesSince(act: Act, id: Id, version: number) {
  const rows = (await act.manager.query(
    `SELECT version, type, recorded_at AS at FROM journal WHERE aggregate_id = ? AND version > ? ORDER BY version LIMIT 20`,
    [idToBytes(id), version],
  )) as { version: number; type: string; at: Date }[];
  return rows.map((row) => ({ version: row.version, type: row.type, at: row.at.toISOString() }));
}
