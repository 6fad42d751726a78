/** Forgets the keys of commands after the time a retry may come (architecture.md: kept 30 days), a portion at a time. */
import type { DataSource } from 'typeorm';
import type { Runtime } from '../runtime.js';

const KEPT_DAYS = 30;
const PORTION = 5_000;
const EVERY_MS = 3_600_000;

export class KeyKeeper {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<unknown> = Promise.resolve();

  constructor(private readonly runtime: Runtime) {}

  start(): void {
    this.timer = setInterval(() => {
      this.current = forgetOldKeys(this.runtime.db).catch((error: unknown) =>
        this.runtime.log.warn({ err: error }, 'old keys are kept for another hour'),
      );
    }, EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.current;
  }
}

/** Answers how many were forgotten. */
export async function forgetOldKeys(db: DataSource): Promise<number> {
  for (let total = 0; ;) {
    const { affectedRows } = (await db.query(
      `DELETE FROM idempotency WHERE made_at < UTC_TIMESTAMP(6) - INTERVAL ${KEPT_DAYS} DAY LIMIT ${PORTION}`,
    )) as { affectedRows: number };
    total += affectedRows;
    if (affectedRows < PORTION) return total;
  }
}
