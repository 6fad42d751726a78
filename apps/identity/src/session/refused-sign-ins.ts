/**
 * Attempts to sign in that were refused: counted by account, reason and hour, so that a flood fills no disk; of accounts that do not
 * exist all together, because what is typed there may be a password.
 */
import { Injectable } from '@nestjs/common';
import type { listRefusedSignIns, Out } from '@xuncha/contracts';
import { idFromBytes, idToBytes, type Id } from '@xuncha/domain-kit';
import { Runtime, type Caller } from '@xuncha/service-kit';

type Refused = Out<typeof listRefusedSignIns>['items'][number];
export type Reason = Refused['reason'];

const HOUR_MS = 3600_000;
const KEPT_MS = 180 * 24 * HOUR_MS;
const SHOWN = 200;
const NO_ACCOUNT = Buffer.alloc(16);

@Injectable()
export class RefusedSignIns {
  constructor(private readonly runtime: Runtime) {}

  /** Commits by itself: whoever is refused leaves this behind. A site that there is not has no history. */
  async keep(
    { site, accountId }: { site: string; accountId: Id | null },
    { reason, at, origin }: { reason: Reason; at: Date; origin: string | null },
  ): Promise<void> {
    const hour = new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
    const id = accountId === null ? NO_ACCOUNT : idToBytes(accountId);
    await this.runtime.db.query(
      `INSERT INTO refused_sign_in (site, account_id, reason, hour, times, last_at, origin)
       SELECT site, ?, ?, ?, 1, ?, ? FROM site_register WHERE site_register.site = ?
       ON DUPLICATE KEY UPDATE times = refused_sign_in.times + 1, last_at = VALUES(last_at), origin = VALUES(origin)`,
      [id, reason, hour, at, origin, site],
    );
    await this.runtime.db.query('DELETE FROM refused_sign_in WHERE hour < ? LIMIT 100', [
      new Date(at.getTime() - KEPT_MS),
    ]);
  }

  /** The newest first. */
  async list({ manager, site }: Caller, accountId?: Id): Promise<{ items: Refused[] }> {
    const rows = (await manager.query(
      `SELECT account_id, reason, hour, times, last_at, origin FROM refused_sign_in
       WHERE site = ? ${accountId === undefined ? '' : 'AND account_id = ?'} ORDER BY last_at DESC LIMIT ${SHOWN}`,
      accountId === undefined ? [site] : [site, idToBytes(accountId)],
    )) as { account_id: Buffer; reason: Reason; hour: Date; times: number; last_at: Date; origin: string }[];
    const items = rows.map(({ account_id: id, reason, hour, times, last_at: lastAt, origin }) => ({
      accountId: id.equals(NO_ACCOUNT) ? null : idFromBytes(id),
      reason,
      hour: hour.toISOString(),
      times,
      lastAt: lastAt.toISOString(),
      origin,
    }));
    return { items };
  }
}
