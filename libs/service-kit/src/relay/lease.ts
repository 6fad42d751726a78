/**
 * Who leads, on the database's clock. The lease is checked, renewed and its row locked at the start of every transaction of its
 * holder, so that a holder which was paused, cut off or replaced cannot commit.
 */
import { randomBytes } from 'node:crypto';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { limited, transactOn } from '../transaction.js';

const LEASE_S = 10;
/** A holder paused inside a transaction would keep the row locked; the server ends its session before the lease is over. */
const SILENCE_LIMIT_S = LEASE_S - 2;

export class LeaseLost extends Error {
  constructor(name: string) {
    super(`lease ${name} is held by another replica`);
  }
}

const TAKE = `UPDATE lease SET holder = ?, fence = fence + 1, expires_at = UTC_TIMESTAMP(6) + INTERVAL ${LEASE_S} SECOND
  WHERE name = ? AND (expires_at <= UTC_TIMESTAMP(6) OR holder = ?)`;
const RENEW = `UPDATE lease SET expires_at = UTC_TIMESTAMP(6) + INTERVAL ${LEASE_S} SECOND
  WHERE name = ? AND holder = ? AND fence = ? AND expires_at > UTC_TIMESTAMP(6)`;
const GIVE_BACK = `UPDATE lease SET holder = NULL, expires_at = UTC_TIMESTAMP(6) WHERE name = ? AND holder = ? AND fence = ?`;

export class Lease {
  private readonly holder = randomBytes(16);
  private fence = 0;
  private runner: QueryRunner | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly name: string,
  ) {}

  /** Takes the lease where it is free or was this replica's own; each taking raises the fence. */
  async take(): Promise<boolean> {
    const [found] = await this.query<{ open: number }>(
      `SELECT expires_at <= UTC_TIMESTAMP(6) OR holder = ? AS open FROM lease WHERE name = ?`,
      [this.holder, this.name],
    );
    if (found && !found.open) return false;
    if (!found)
      await this.query(`INSERT IGNORE INTO lease VALUES (?, NULL, 0, UTC_TIMESTAMP(6))`, [this.name]);
    await this.query(TAKE, [this.holder, this.name, this.holder]);
    const [mine] = await this.query<{ fence: number }>(
      `SELECT fence FROM lease WHERE name = ? AND holder = ?`,
      [this.name, this.holder],
    );
    this.fence = mine?.fence ?? 0;
    return mine !== undefined;
  }

  /** Runs `work` in a transaction that commits only if the lease was held all the while. Throws LeaseLost otherwise. */
  async hold<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.connected((runner) =>
      transactOn(runner, async (manager) => {
        const { affectedRows } = await manager.query(RENEW, [this.name, this.holder, this.fence]);
        if (affectedRows !== 1) throw new LeaseLost(this.name);
        return work(manager);
      }),
    );
  }

  /** A statement outside any transaction, on the holder's own connection; says nothing about who holds the lease. */
  async query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.connected((runner) =>
      limited(runner, () => runner.query(sql, [...parameters]) as Promise<T[]>),
    );
  }

  async giveBack(): Promise<void> {
    try {
      if (this.fence > 0) await this.query(GIVE_BACK, [this.name, this.holder, this.fence]);
    } finally {
      await this.disconnect();
    }
  }

  private async connected<T>(use: (runner: QueryRunner) => Promise<T>): Promise<T> {
    try {
      return await use(this.runner ?? (await this.connect()));
    } catch (error) {
      await this.disconnect();
      throw error;
    }
  }

  private async connect(): Promise<QueryRunner> {
    const runner = this.db.createQueryRunner();
    await runner.connect();
    this.runner = runner;
    await runner.query(`SET SESSION wait_timeout = ${SILENCE_LIMIT_S}`);
    return runner;
  }

  /** The connection does not go back to the pool: its settings are not those of others. */
  private async disconnect(): Promise<void> {
    const runner = this.runner;
    this.runner = undefined;
    if (!runner) return;
    ((await runner.connect()) as { destroy(): void }).destroy();
    await runner.release();
  }
}
