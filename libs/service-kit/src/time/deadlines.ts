/**
 * Deadlines of records. `set` stores when amber and due are reached, recomputed whenever its inputs change; overdue is compared, never
 * stored. Each rung of each due date fires once, by a unique claim, in the transaction of what it does (architecture.md, Time).
 */
import { idFromBytes, idToBytes, newId, type Id } from '@xuncha/domain-kit';
import type { EntityManager } from 'typeorm';
import type { Act } from '../access/act.js';
import { systemAct } from '../access/directory.js';
import type { RungFired } from '../calls/decorators.js';
import type { Runtime } from '../runtime.js';
import { isTransient, transact } from '../transaction.js';

export type RungHandler = (fired: RungFired, act: Act) => Promise<void>;

interface Due {
  aggregate_id: Buffer;
  name: string;
  site: string;
  due_at: Date;
  amber_at: Date | null;
  next_at: Date;
}
/** Also of a site whose clock stands: what is set too late is due at once. */
export const IS_DUE =
  'EXISTS (SELECT 1 FROM deadline d WHERE d.site = site.code AND d.next_at <= site.clock)';
const SITES_TO_FIRE = `SELECT code, clock FROM site
  WHERE clock IS NULL OR fired_until IS NULL OR fired_until < clock OR ${IS_DUE}`;
const TICK_MS = 500;
/** Whoever advances the clock of a rehearsal waits for its rungs, and then advances it again. */
const TICK_WHILE_PLAYED_MS = 50;
const PLAYED_FOR_MS = 5_000;

/** Sets or moves a deadline; `amberAt` null means no reminder before. */
export async function setDeadline(
  act: Act,
  aggregateId: Id,
  deadline: { name: string; dueAt: Date; amberAt: Date | null },
): Promise<void> {
  const { name, dueAt, amberAt } = deadline;
  await act.manager.query(
    `INSERT INTO deadline (aggregate_id, name, site, due_at, amber_at, next_at) VALUES (?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE due_at = VALUES(due_at), amber_at = VALUES(amber_at), next_at = VALUES(next_at)`,
    [idToBytes(aggregateId), name, act.site, dueAt, amberAt, amberAt ?? dueAt],
  );
}

/** Met or no longer asked. */
export async function clearDeadline(act: Act, aggregateId: Id, name: string): Promise<void> {
  await act.manager.query(
    'UPDATE deadline SET due_at = NULL, amber_at = NULL, next_at = NULL WHERE aggregate_id = ? AND name = ?',
    [idToBytes(aggregateId), name],
  );
}

/**
 * For a query that knows the columns of a record, of the name of its deadline and of a day: whether that deadline runs, and until that day.
 * A deadline is at the end of a day in China, which is the same day by UTC.
 */
export function runsUntil(id: string, name: string, day: string): string {
  return `EXISTS (SELECT 1 FROM deadline d WHERE d.aggregate_id = ${id} AND d.name = ${name} AND DATE(d.due_at) = ${day})`;
}

/** Fires rungs of every site up to its clock; any replica may, the claim decides. */
export class DeadlineTicker {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> = Promise.resolve();
  private stopped = false;
  private playedUntil = 0;

  constructor(
    private readonly runtime: Runtime,
    private readonly handlers: ReadonlyMap<string, RungHandler>,
  ) {
    runtime.metrics.whenAsked(() => this.countOpen());
  }

  start(): void {
    this.timer = setTimeout(() => {
      this.current = this.tick()
        .catch((error: unknown) => this.runtime.log.warn({ err: error }, 'deadlines not looked at'))
        .finally(() => {
          if (!this.stopped) this.start();
        });
    }, this.pause);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.current;
  }

  private get pause(): number {
    return performance.now() < this.playedUntil ? TICK_WHILE_PLAYED_MS : TICK_MS;
  }

  private async tick(): Promise<void> {
    const sites = (await this.runtime.db.query(SITES_TO_FIRE)) as { code: string; clock: Date | null }[];
    for (const { code, clock } of sites) {
      if (clock) this.playedUntil = performance.now() + PLAYED_FOR_MS;
      await this.fireSite(code, clock ?? new Date());
    }
  }

  private async countOpen(): Promise<void> {
    const rows = (await this.runtime.db.query('SELECT COUNT(due_at) AS n FROM deadline')) as {
      n: number | string;
    }[];
    this.runtime.metrics.deadlinesOpen.set(Number(rows[0]!.n));
  }

  private async fireSite(site: string, now: Date): Promise<void> {
    while (await this.fireOne(site, now)) if (this.stopped) return;
    await this.runtime.db.query(
      'UPDATE site SET fired_until = ? WHERE code = ? AND (fired_until IS NULL OR fired_until < ?)',
      [now, site, now],
    );
  }

  /** False when nothing is due any more. A failing rung is tried again at the next tick; it holds up its own site's clock, loudly. */
  private async fireOne(site: string, now: Date): Promise<boolean> {
    try {
      const fired = await transact(this.runtime.db, (manager) => this.claim(manager, site, now));
      if (fired) this.runtime.committed();
      return fired;
    } catch (error) {
      if (!isTransient(error)) this.runtime.log.error({ err: error, site }, 'a deadline rung failed');
      throw error;
    }
  }

  private async claim(manager: EntityManager, site: string, now: Date): Promise<boolean> {
    const found = (await manager.query(
      `SELECT aggregate_id, name, site, due_at, amber_at, next_at FROM deadline
       WHERE site = ? AND next_at <= ? ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [site, now],
    )) as Due[];
    const due = found[0];
    if (!due) return false;
    const rung = due.amber_at && due.next_at < due.due_at ? 'amber' : 'due';
    const claimed = (await manager.query(
      'INSERT IGNORE INTO rung (aggregate_id, name, rung, due_at, fired_at) VALUES (?, ?, ?, ?, ?)',
      [due.aggregate_id, due.name, rung, due.due_at, now],
    )) as { affectedRows: number };
    await manager.query('UPDATE deadline SET next_at = ? WHERE aggregate_id = ? AND name = ?', [
      rung === 'amber' ? due.due_at : null,
      due.aggregate_id,
      due.name,
    ]);
    if (claimed.affectedRows === 1) await this.handle(manager, due, rung);
    return true;
  }

  private async handle(manager: EntityManager, due: Due, rung: 'amber' | 'due'): Promise<void> {
    this.runtime.metrics.rungsFired.inc({ name: due.name, rung });
    const act = await systemAct(this.runtime, manager, due.site, { correlation: newId(), traceparent: null });
    const aggregateId = idFromBytes(due.aggregate_id);
    await this.handlers.get(due.name)?.({ aggregateId, name: due.name, rung, dueAt: due.due_at }, act);
  }
}
