/** Versions that cannot be applied yet: those that came too early or will be tried again (waiting), those that failed for good (parked). */
import { DomainError, idFromBytes, idToBytes, type Id } from '@xuncha/domain-kit';
import type { DataSource, EntityManager } from 'typeorm';
import type { Envelope } from '../envelope.js';
import { errorCode, isTransient } from '../transaction.js';
import type { Reading } from './listener.js';

type Owner = Pick<Reading, 'consumer' | 'source'>;
const OWN = 'consumer = ? AND source = ?';

/** A version is parked when it has failed so often; failures that pass by themselves do not count. */
export const MOST_ATTEMPTS = 3;
const RELEASED_AT_ONCE = 500;

/** A listener failed; which event, so that this one alone is held back. */
export class HandlerFailed extends Error {
  constructor(
    readonly event: Envelope,
    override readonly cause: unknown,
  ) {
    super(`${event.type} failed`);
  }
  concerns(event: Envelope): boolean {
    return event.aggregateId === this.event.aggregateId && event.version === this.event.version;
  }
}

/** Keeps versions that came too early; one that is kept already stays as it is. */
export async function hold(manager: EntityManager, { consumer, source }: Owner, events: readonly Envelope[]) {
  if (events.length === 0) return;
  const now = new Date();
  const rows = events.map((event) => [
    consumer,
    source,
    idToBytes(event.aggregateId),
    event.version,
    'waiting',
    event.site,
    event.type,
    JSON.stringify(event),
    null,
    0,
    now,
    now,
  ]);
  await manager.query(
    `INSERT INTO held (consumer, source, aggregate_id, version, state, site, type, event, error, attempts, held_at, tried_at)
     VALUES ? ON DUPLICATE KEY UPDATE version = held.version`,
    [rows],
  );
}

/** Keeps the failed version with its error; parked after too many attempts. Answers which. */
export async function holdFailed(manager: EntityManager, owner: Owner, failure: HandlerFailed) {
  const { event, cause } = failure;
  await hold(manager, owner, [event]);
  const key = [owner.consumer, owner.source, idToBytes(event.aggregateId), event.version];
  const where = `${OWN} AND aggregate_id = ? AND version = ?`;
  const [row] = (await manager.query(`SELECT attempts FROM held WHERE ${where}`, key)) as [
    { attempts: number },
  ];
  const attempts = row.attempts + (isPassing(cause) ? 0 : 1);
  const state = attempts < MOST_ATTEMPTS ? ('waiting' as const) : ('parked' as const);
  await manager.query(`UPDATE held SET state = ?, attempts = ?, error = ?, tried_at = ? WHERE ${where}`, [
    state,
    attempts,
    describe(failure),
    new Date(),
    ...key,
  ]);
  return state;
}

/** The versions that wait behind `version`, in order; the first of them need not be the next. */
export async function waitingAfter(manager: EntityManager, owner: Owner, aggregateId: Id, version: number) {
  const rows = (await manager.query(
    `SELECT event FROM held WHERE ${OWN} AND aggregate_id = ? AND version > ? AND state = 'waiting'
     ORDER BY version LIMIT ?`,
    [owner.consumer, owner.source, idToBytes(aggregateId), version, RELEASED_AT_ONCE],
  )) as { event: string }[];
  return rows.map((row) => JSON.parse(row.event) as Envelope);
}

/** Forgets what is applied by now. */
export async function release(manager: EntityManager, owner: Owner, aggregateId: Id, upTo: number) {
  await manager.query(`DELETE FROM held WHERE ${OWN} AND aggregate_id = ? AND version <= ?`, [
    owner.consumer,
    owner.source,
    idToBytes(aggregateId),
    upTo,
  ]);
}

/** How many versions each of these aggregates has here, and which one is parked. */
export async function heldOf(manager: EntityManager, owner: Owner, ids: readonly Id[]) {
  const rows = (await manager.query(
    `SELECT aggregate_id AS id, COUNT(*) AS held, MAX(IF(state = 'parked', version, NULL)) AS parked FROM held
     WHERE ${OWN} AND aggregate_id IN (?) GROUP BY aggregate_id`,
    [owner.consumer, owner.source, ids.map(idToBytes)],
  )) as { id: Buffer; held: number; parked: number | null }[];
  return new Map(rows.map((row) => [idFromBytes(row.id), row]));
}

/** Aggregates whose next version is kept here and waits for nothing but another attempt, the longest untried first. */
export async function dueAggregates(db: DataSource, owner: Owner, limit: number): Promise<Id[]> {
  const rows = (await db.query(
    `SELECT h.aggregate_id AS id FROM held h JOIN applied a USING (consumer, source, aggregate_id)
     WHERE h.consumer = ? AND h.source = ? AND h.state = 'waiting' AND h.version = a.version + 1
     ORDER BY h.tried_at LIMIT ?`,
    [owner.consumer, owner.source, limit],
  )) as { id: Buffer }[];
  return rows.map((row) => idFromBytes(row.id));
}

/** Events speak of what exists: a record unknown here is on its way by another event, of which order says nothing. */
const UNKNOWN_YET = ['record.unknown', 'site.unknown'];

function isPassing(error: unknown): boolean {
  return isTransient(error) || (error instanceof DomainError && UNKNOWN_YET.includes(error.code));
}

/** What went wrong and where, without what the event said. */
export function describe({ cause: error, event }: HandlerFailed): string {
  const { name, message, stack } =
    error instanceof Error ? error : { name: 'Error', message: String(error), stack: '' };
  const code = errorCode(error);
  const place = (stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const text = `${name}${code ? ` ${code}` : ''}: ${withoutBody(message, event.body)}`;
  return [text, ...place.slice(0, 5)].join('\n').slice(0, 4000);
}

/** Databases and validators like to quote the value they stumbled over. */
function withoutBody(text: string, body: unknown): string {
  if (typeof body === 'object' && body !== null) return Object.values(body).reduce<string>(withoutBody, text);
  const value = typeof body === 'string' || typeof body === 'number' ? String(body) : '';
  return value.length > 2 ? text.replaceAll(value, '…') : text;
}
