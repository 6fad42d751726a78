/** Writes facts into the journal, in the transaction of the state they belong to. */
import type { Fact } from '@xuncha/contracts';
import { canonicalHash, idToBytes, newId, portionsOf, type Id } from '@xuncha/domain-kit';
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
]; // oxfmt-ignore
const ROW = `(${COLUMNS.map(() => '?').join(',')})`;
const INSERT = `INSERT INTO journal (${COLUMNS.join(',')}) VALUES `;
const ROWS_PER_STATEMENT = 500;

/** One row is one version; several facts of one change are consecutive versions. Bodies are held to their schema. */
export async function writeJournal(act: Act, entries: readonly Entry[]): Promise<void> {
  for (const rows of portionsOf(rowsOf(act, entries), ROWS_PER_STATEMENT))
    await act.write(INSERT + Array(rows.length).fill(ROW).join(','), rows.flat());
}

function* rowsOf(act: Act, entries: readonly Entry[]): Generator<unknown[]> {
  const shared = sharedIn(act);
  for (const entry of entries) {
    const hash = canonicalHash(entry.row);
    const provenance = provenanceColumns(act, entry.scope);
    for (const [index, fact] of entry.facts.entries())
      yield [...values(act, entry, fact, entry.after + 1 + index, shared), hash, ...provenance];
  }
}

/** What all rows of one act have in common. */
function sharedIn({ account, cause, moment }: Act) {
  return {
    actor: account === null ? null : idToBytes(account),
    recordedAt: new Date(),
    causation: cause && idToBytes(cause.id),
    correlation: idToBytes(moment.trace.correlation),
  };
}
type Shared = ReturnType<typeof sharedIn>;

function values(act: Act, entry: Entry, fact: Fact, version: number, shared: Shared): unknown[] {
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
    shared.actor,
    act.on,
    shared.recordedAt,
    shared.causation,
    shared.correlation,
    act.moment.trace.traceparent,
    JSON.stringify(body),
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
