/** Where a consumer stands in one source: one row that every replica obeys, because every batch locks it against change. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Reading } from './listener.js';

export interface Cursor {
  /** Counts the times the source was read from its beginning. */
  readonly generation: number;
  /** Latest epoch of the source that is accepted; 0 before the first contact. */
  readonly epoch: number;
  /** Everything up to here is applied or held. */
  readonly ordinal: number;
  /** A rebuild is emptying the consumer's tables. */
  readonly clearing: boolean;
}

/** The cursor is no longer what this replica reads by: another generation, or a rebuild. */
export class Superseded extends Error {}

const KEY = 'consumer = ? AND source = ?';
const READ = `SELECT generation, epoch, ordinal, clearing FROM consumer_cursor WHERE ${KEY}`;

/**
 * Makes the row on the first contact. A service that now listens to other aggregates starts again at ordinal 0: what it has not
 * listened to so far lies behind it.
 */
export async function claimCursor(db: DataSource, { consumer, source, aggregates }: Reading): Promise<void> {
  const reads = JSON.stringify(aggregates);
  await db.query(
    `INSERT INTO consumer_cursor (consumer, source, aggregates, generation, epoch, ordinal, clearing)
     VALUES (?, ?, ?, 1, 0, 0, FALSE) ON DUPLICATE KEY UPDATE consumer = consumer_cursor.consumer`,
    [consumer, source, reads],
  );
  await db.query(`UPDATE consumer_cursor SET ordinal = 0, aggregates = ? WHERE ${KEY} AND aggregates <> ?`, [
    reads,
    consumer,
    source,
    reads,
  ]);
}

export async function readCursor(db: DataSource, { consumer, source }: Reading): Promise<Cursor> {
  return cursorOf(await db.query(READ, [consumer, source]));
}

/**
 * Holds the cursor as it is until the transaction ends. Throws Superseded where it is not of this generation any more, so that nothing
 * is applied while a rebuild clears.
 */
export async function holdCursor(
  manager: EntityManager,
  { consumer, source }: Reading,
  generation: number,
): Promise<Cursor> {
  const cursor = cursorOf(await manager.query(`${READ} LOCK IN SHARE MODE`, [consumer, source]));
  if (cursor.clearing || cursor.generation !== generation) throw new Superseded('the source is read anew');
  return cursor;
}

/** First contact accepts the epoch in which the source is. */
export async function meetEpoch(db: DataSource, { consumer, source }: Reading, epoch: number): Promise<void> {
  await db.query(`UPDATE consumer_cursor SET epoch = ? WHERE ${KEY} AND epoch = 0`, [
    epoch,
    consumer,
    source,
  ]);
}

/** Never back, and never by a replica that reads something else. */
export async function advanceCursor(
  db: DataSource,
  { consumer, source, aggregates }: Reading,
  generation: number,
  ordinal: number,
): Promise<void> {
  await db.query(
    `UPDATE consumer_cursor SET ordinal = ? WHERE ${KEY} AND generation = ? AND aggregates = ? AND ordinal < ?`,
    [ordinal, consumer, source, generation, JSON.stringify(aggregates), ordinal],
  );
}

/** Claims less: whoever reads a stream from its beginning has been told nothing by it yet, and what another one told may be void. */
export async function lowerCursor(
  db: DataSource,
  { consumer, source }: Reading,
  generation: number,
  ordinal: number,
): Promise<void> {
  await db.query(`UPDATE consumer_cursor SET ordinal = ? WHERE ${KEY} AND generation = ? AND ordinal > ?`, [
    ordinal,
    consumer,
    source,
    generation,
    ordinal,
  ]);
}

/**
 * Accepts what a restored source says from now on. It is read again from its beginning: which of its ordinals were given twice, nobody
 * here can know. Answers whether anything changed.
 */
export async function acceptEpoch(
  db: DataSource,
  { consumer, source }: Pick<Reading, 'consumer' | 'source'>,
  epoch: number,
): Promise<boolean> {
  const { affectedRows } = await db.query(
    `UPDATE consumer_cursor SET epoch = ?, ordinal = 0, generation = generation + 1 WHERE ${KEY} AND epoch < ?`,
    [epoch, consumer, source, epoch],
  );
  return affectedRows > 0;
}

function cursorOf(rows: readonly (Omit<Cursor, 'clearing'> & { clearing: number })[]): Cursor {
  const row = rows[0];
  if (!row) throw new Superseded('the cursor is gone');
  return { ...row, clearing: Boolean(row.clearing) };
}
