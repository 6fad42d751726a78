import { Injectable } from '@nestjs/common';
import { idFromBytes, idToBytes, newId, type Id } from '@xuncha/domain-kit';
import { Runtime, transact, type Caller } from '@xuncha/service-kit';
import type { Progress } from '../composition/composition.js';

export interface Searched {
  readonly site: string;
  readonly id: Id;
}
type Shown = Pick<Progress, 'phase' | 'elapsed'> & {
  readonly points: number | null;
  readonly bound: number | null;
};
const HELD_SECONDS = 10;

/** Which replica searches for which teams, and how far it is. Not part of the record: one that falls is taken over by another. */
@Injectable()
export class Searches {
  private readonly holder = idToBytes(newId());

  constructor(private readonly runtime: Runtime) {}

  /** One that nobody works on, now ours; null where there is none. */
  async take(): Promise<Searched | null> {
    return transact(this.runtime.db, async (manager) => {
      const [row] = (await manager.query(
        `SELECT c.site AS site, c.id AS id FROM composition c
         LEFT JOIN composition_search s ON s.site = c.site AND s.composition_id = c.id
         WHERE c.state IN ('running', 'stopping') AND (s.held_until IS NULL OR s.held_until < UTC_TIMESTAMP(6))
         ORDER BY c.id LIMIT 1 FOR UPDATE`,
      )) as { site: string; id: Buffer }[];
      if (!row) return null;
      await manager.query(
        `INSERT INTO composition_search (site, composition_id, holder, held_until, phase, elapsed)
         VALUES (?, ?, ?, UTC_TIMESTAMP(6) + INTERVAL ${HELD_SECONDS} SECOND, 'searching', 0)
         ON DUPLICATE KEY UPDATE holder = VALUES(holder), held_until = VALUES(held_until)`,
        [row.site, row.id, this.holder],
      );
      return { site: row.site, id: idFromBytes(row.id) };
    });
  }

  /** Says that we are still at it; false where another has it by now. */
  async keep({ site, id }: Searched, progress: Progress): Promise<boolean> {
    const { phase, elapsed, points = null, bound = null } = progress;
    const { affectedRows } = (await this.runtime.db.query(
      `UPDATE composition_search SET held_until = UTC_TIMESTAMP(6) + INTERVAL ${HELD_SECONDS} SECOND,
       phase = ?, elapsed = ?, points = ?, bound = ? WHERE site = ? AND composition_id = ? AND holder = ?`,
      [phase, elapsed, points, bound, site, idToBytes(id), this.holder],
    )) as { affectedRows: number };
    return affectedRows > 0;
  }

  /** Over, or left to another at once. */
  async leave({ site, id }: Searched): Promise<void> {
    await this.runtime.db.query(
      'DELETE FROM composition_search WHERE site = ? AND composition_id = ? AND holder = ?',
      [site, idToBytes(id), this.holder],
    );
  }

  async progressOf(viewer: Caller, id: Id): Promise<Shown | null> {
    const [row] = (await viewer.manager.query(
      'SELECT phase, elapsed, points, bound FROM composition_search WHERE site = ? AND composition_id = ?',
      [viewer.site, idToBytes(id)],
    )) as Shown[];
    return row ? { ...row } : null;
  }
}
