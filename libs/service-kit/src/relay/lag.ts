/** How far publishing is behind, read from the tables by every replica, so that it shows also when nobody leads. */
import type { Metrics } from '../metrics.js';
import type { Lease } from './lease.js';

interface Ends {
  published: number;
  sealed: number | null;
  sealedTo: number | null;
  writtenTo: number | null;
}

const ENDS = `SELECT published, (SELECT MAX(ordinal) FROM seal) AS sealed, (SELECT MAX(position) FROM seal) AS sealedTo,
  (SELECT MAX(position) FROM journal) AS writtenTo FROM relay`;
const AGE = 'TIMESTAMPDIFF(MICROSECOND, j.recorded_at, UTC_TIMESTAMP(6)) AS age';
const OLDEST_SEALED = `SELECT ${AGE} FROM seal s JOIN journal j USING (position) WHERE s.ordinal = ?`;
const OLDEST_WRITTEN = `SELECT ${AGE} FROM journal j WHERE j.position > ? ORDER BY j.position LIMIT 1`;

export async function measureLag(lease: Lease, metrics: Metrics): Promise<void> {
  const [ends] = await lease.query<Ends>(ENDS);
  const { published, sealed, sealedTo, writtenTo } = ends!;
  const unpublished = Math.max(0, (sealed ?? 0) - published);
  // Positions of rolled back transactions count as well, until something behind them is sealed.
  const unsealed = Math.max(0, (writtenTo ?? 0) - (sealedTo ?? 0));
  const [oldest] =
    unpublished > 0
      ? await lease.query<{ age: number }>(OLDEST_SEALED, [published + 1])
      : await lease.query<{ age: number }>(OLDEST_WRITTEN, [sealedTo ?? 0]);
  metrics.journalBacklog.set(unpublished + unsealed);
  metrics.relayLagSeconds.set(Math.max(0, (oldest?.age ?? 0) / 1e6));
}
