/** Counts attempts to sign in. One is counted before its password is looked at, so that many at once are no way round the lock. */
import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { refuse } from '@xuncha/domain-kit';
import { despiteDeadlocks, Runtime, transact } from '@xuncha/service-kit';
import type { EntityManager } from 'typeorm';
import { delayAfter } from './lockout.js';

/** Failures are forgotten this long after the lock they led to has ended. */
const FORGET_AFTER_MS = 24 * 3600_000;

@Injectable()
export class Attempts {
  constructor(private readonly runtime: Runtime) {}

  /** Counts one more, or refuses with `session.locked`. */
  async begin(site: string, account: string, now: Date): Promise<void> {
    const who = keyOf(site, account);
    const counted = async (manager: EntityManager) => {
      // Locks the row at once; a plain insert would share the lock and then deadlock with its like.
      await manager.query(
        'INSERT INTO sign_in_attempt VALUES (?, 0, ?) ON DUPLICATE KEY UPDATE who = VALUES(who)',
        [who, now],
      );
      const rows = (await manager.query(
        'SELECT failures, locked_until FROM sign_in_attempt WHERE who = ? FOR UPDATE',
        [who],
      )) as { failures: number; locked_until: Date }[];
      const { failures, locked_until: lockedUntil } = rows[0]!;
      if (lockedUntil > now)
        refuse('session.locked', {
          minutes: Math.ceil((lockedUntil.getTime() - now.getTime()) / 60_000),
        });
      const until = new Date(now.getTime() + delayAfter(failures + 1));
      await manager.query('UPDATE sign_in_attempt SET failures = ?, locked_until = ? WHERE who = ?', [
        failures + 1,
        until,
        who,
      ]);
    };
    await despiteDeadlocks(() => transact(this.runtime.db, counted));
  }

  /** The password was right: all attempts before are forgotten, and with them those of others long ago. */
  async succeeded(site: string, account: string, now: Date): Promise<void> {
    const forgotten = new Date(now.getTime() - FORGET_AFTER_MS);
    const remove = (which: string, value: Buffer | Date) =>
      despiteDeadlocks(() => this.runtime.db.query(`DELETE FROM sign_in_attempt WHERE ${which}`, [value]));
    await remove('who = ?', keyOf(site, account));
    await remove('locked_until < ? LIMIT 100', forgotten);
  }
}

function keyOf(site: string, account: string): Buffer {
  return hash('sha256', JSON.stringify([site, account]), 'buffer');
}
