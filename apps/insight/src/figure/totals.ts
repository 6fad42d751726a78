/** Folds changes into the running totals, in the background; a figure is right before and after, because it reads both. */
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { BackgroundWork, Runtime, transact } from '@xuncha/service-kit';
import type { EntityManager } from 'typeorm';

interface Change {
  position: number;
  site: string;
  indicator: string;
  organization_id: Buffer;
  team: string;
  unit: string;
  records: number;
  amount: number;
}
const PAUSE_MS = 1_000;
const PORTION = 5_000;
const REMOVED_AT_ONCE = 500;

@Injectable()
export class Totals implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly work: BackgroundWork;

  constructor(private readonly runtime: Runtime) {
    this.work = new BackgroundWork(runtime, {
      failing: 'totals not folded this time',
      pauseMs: PAUSE_MS,
      onCommit: false,
      turn: (ending) => this.foldAll(ending),
    });
  }

  onApplicationBootstrap(): void {
    this.work.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.work.stop();
  }

  /** Until no change is left that is not locked by another replica. */
  private async foldAll(ending: AbortSignal): Promise<void> {
    while ((await transact(this.runtime.db, fold)) === PORTION) if (ending.aborted) return;
  }
}

async function fold(manager: EntityManager): Promise<number> {
  const changes = (await manager.query(
    `SELECT position, site, indicator, organization_id, team, unit, records, amount FROM total_change
     ORDER BY position LIMIT ${PORTION} FOR UPDATE SKIP LOCKED`,
  )) as Change[];
  if (changes.length === 0) return 0;
  const sums = [...summed(changes).values()];
  await manager.query(
    `INSERT INTO total (site, indicator, organization_id, team, unit, records, amount)
     VALUES ${sums.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}
     ON DUPLICATE KEY UPDATE records = records + VALUES(records), amount = amount + VALUES(amount)`,
    sums.flatMap((sum) => [
      sum.site,
      sum.indicator,
      sum.organization_id,
      sum.team,
      sum.unit,
      sum.records,
      sum.amount,
    ]),
  );
  await remove(
    manager,
    changes.map(({ position }) => position),
  );
  return changes.length;
}

/** Each by its key: for many at once MariaDB looks through the table, and waits for what somebody else has not committed yet. */
async function remove(manager: EntityManager, positions: readonly number[]): Promise<void> {
  for (let start = 0; start < positions.length; start += REMOVED_AT_ONCE) {
    const some = positions.slice(start, start + REMOVED_AT_ONCE);
    await manager.query(some.map(() => 'DELETE FROM total_change WHERE position = ?').join('; '), some);
  }
}

/** One line per total, in the order of its key, so that two replicas never wait for each other crosswise. */
function summed(changes: readonly Change[]): Map<string, Change> {
  const sums = new Map<string, Change>();
  for (const change of changes) {
    const { site, indicator, organization_id: organization, team, unit } = change;
    const key = [site, indicator, organization.toString('hex'), team, unit].join('|');
    const sum = sums.get(key);
    const records = Number(change.records) + (sum?.records ?? 0);
    sums.set(key, { ...change, records, amount: Number(change.amount) + (sum?.amount ?? 0) });
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}
