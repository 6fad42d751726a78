/** How far publishing is behind, read from the tables by every replica, so that it shows also when nobody leads. */
import type { DataSource } from 'typeorm';
import type { Metrics } from '../metrics.js';

const LAG = `SELECT ended.last - relay.published + GREATEST(0, ended.written - ended.head) AS backlog,
    COALESCE(TIMESTAMPDIFF(MICROSECOND, COALESCE(
      (SELECT j.recorded_at FROM seal s JOIN journal j USING (position) WHERE s.ordinal = relay.published + 1),
      (SELECT recorded_at FROM journal WHERE position > ended.head ORDER BY position LIMIT 1)
    ), UTC_TIMESTAMP(6)), 0) / 1e6 AS seconds
  FROM relay, (SELECT
    (SELECT COALESCE(MAX(ordinal), 0) FROM seal) AS last,
    (SELECT COALESCE(MAX(position), 0) FROM seal) AS head,
    (SELECT COALESCE(MAX(position), 0) FROM journal) AS written) ended`;

export async function measureLag(db: DataSource, metrics: Metrics): Promise<void> {
  const [lag] = (await db.query(LAG)) as { backlog: string; seconds: string }[];
  metrics.journalBacklog.set(Number(lag!.backlog));
  metrics.relayLagSeconds.set(Math.max(0, Number(lag!.seconds)));
}
