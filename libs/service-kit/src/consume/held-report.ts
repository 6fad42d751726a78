/** What operations see and mend of held versions; the effects themselves go through the worker. */
import { idFromBytes, idToBytes } from '@xuncha/domain-kit';
import type { DataSource } from 'typeorm';
import type { Envelope } from '../envelope.js';
import type { HeldBack, HeldVersion } from './controls-protocol.js';
import { MOST_ATTEMPTS } from './held.js';

interface Target {
  readonly consumer: string;
  readonly aggregateId: string;
}

const MOST_LISTED = 500;

/** One line per aggregate, parked ones first. */
export async function heldBack(db: DataSource): Promise<HeldBack[]> {
  const rows = (await db.query(
    `SELECT h.consumer, h.source, h.aggregate_id AS aggregateId, h.version, h.state, h.site, h.type, h.attempts,
       h.held_at AS since, h.error, first.versions - 1 AS behind
     FROM held h JOIN (
       SELECT consumer, source, aggregate_id, MIN(version) AS version, COUNT(*) AS versions FROM held
       GROUP BY consumer, source, aggregate_id
     ) first USING (consumer, source, aggregate_id, version)
     ORDER BY h.state, h.held_at LIMIT ?`,
    [MOST_LISTED],
  )) as (Omit<HeldBack, 'aggregateId' | 'since'> & { aggregateId: Buffer; since: Date })[];
  return rows.map((row) => ({
    ...row,
    aggregateId: idFromBytes(row.aggregateId),
    since: row.since.toISOString(),
    behind: Number(row.behind),
  }));
}

export async function heldVersions(
  db: DataSource,
  target: Target,
  withBody: boolean,
): Promise<HeldVersion[]> {
  const rows = (await db.query(
    `SELECT version, state, error, event FROM held WHERE consumer = ? AND aggregate_id = ? ORDER BY version LIMIT ?`,
    [target.consumer, idToBytes(target.aggregateId), MOST_LISTED],
  )) as (Omit<HeldVersion, 'event'> & { event: string })[];
  return rows.map((row) => {
    const { body, ...envelope } = JSON.parse(row.event) as Envelope;
    return { ...row, event: withBody ? { ...envelope, body } : envelope };
  });
}

/** Gives the parked version one more attempt. Answers whether one was parked. */
export async function unpark(db: DataSource, { consumer, aggregateId }: Target): Promise<boolean> {
  const { affectedRows } = (await db.query(
    `UPDATE held SET state = 'waiting', attempts = ? WHERE consumer = ? AND aggregate_id = ? AND state = 'parked'`,
    [MOST_ATTEMPTS - 1, consumer, idToBytes(aggregateId)],
  )) as { affectedRows: number };
  return affectedRows > 0;
}
