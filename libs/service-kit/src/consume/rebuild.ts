/** A projection is cleared together with its version rows and read from zero, by whichever replica comes first, in steps that a crash may part. */
import type { DataSource } from 'typeorm';
import { transact } from '../transaction.js';

const ROWS_AT_ONCE = 5_000;

/** From this commit on no replica applies anything for this consumer until its tables are empty. */
export async function beginRebuild(db: DataSource, consumer: string): Promise<void> {
  await db.query(
    `UPDATE consumer_cursor SET generation = generation + 1, epoch = 0, ordinal = 0, clearing = TRUE WHERE consumer = ?`,
    [consumer],
  );
}

/** Empties what is left to empty, then lets reading begin. Replicas that do it at once take turns. */
export async function clear(db: DataSource, consumer: string, tables: readonly string[]): Promise<void> {
  while (await clearSome(db, consumer, tables));
}

async function clearSome(db: DataSource, consumer: string, tables: readonly string[]): Promise<boolean> {
  return transact(db, async (manager) => {
    const cursors = (await manager.query(
      'SELECT clearing FROM consumer_cursor WHERE consumer = ? FOR UPDATE',
      [consumer],
    )) as { clearing: number }[];
    if (!cursors.some(({ clearing }) => clearing)) return false;
    const steps: [sql: string, values: unknown[]][] = [
      ...tables.map((table): [string, unknown[]] => [`DELETE FROM \`${table}\` LIMIT ${ROWS_AT_ONCE}`, []]),
      [`DELETE FROM held WHERE consumer = ? LIMIT ${ROWS_AT_ONCE}`, [consumer]],
      [`DELETE FROM applied WHERE consumer = ? LIMIT ${ROWS_AT_ONCE}`, [consumer]],
    ];
    for (const [sql, values] of steps) {
      const { affectedRows } = (await manager.query(sql, values)) as { affectedRows: number };
      if (affectedRows === ROWS_AT_ONCE) return true;
    }
    await manager.query('UPDATE consumer_cursor SET clearing = FALSE WHERE consumer = ?', [consumer]);
    return false;
  });
}
