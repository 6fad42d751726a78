/** Which errands there are, which replica is at which, and how far it is. Not part of any record: one that falls is followed by another. */
import { idFromBytes, idToBytes, newId, type Id } from '@xuncha/domain-kit';
import type { Act } from '../access/act.js';
import type { Caller } from '../access/caller.js';
import { askedBy, type AskedBy } from '../access/again.js';
import type { Runtime } from '../runtime.js';
import { transact } from '../transaction.js';

export interface Errand {
  readonly site: string;
  /** The record that says what is to be done, and in the end what came of it. */
  readonly id: Id;
  readonly by: AskedBy;
  /** This one included. */
  readonly attempts: number;
}
export interface Progress {
  readonly phase: string;
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
}
const HELD_SECONDS = 10;
const UNTIL = `UTC_TIMESTAMP(6) + INTERVAL ${HELD_SECONDS} SECOND`;
/** In one site one after another: two imports of the same codes would wait for one another anyway. */
const NEXT = `SELECT e.site AS site, e.record_id AS id, e.asked_by AS askedBy, e.attempts AS attempts FROM errand e
  WHERE e.aggregate = ? AND (e.held_until IS NULL OR e.held_until < UTC_TIMESTAMP(6))
    AND NOT EXISTS (SELECT 1 FROM errand o WHERE o.site = e.site AND o.aggregate = e.aggregate
      AND o.held_until >= UTC_TIMESTAMP(6))
  ORDER BY e.attempts, e.record_id LIMIT 1 FOR UPDATE`;

export class Claims {
  private readonly holder = idToBytes(newId());

  constructor(
    private readonly runtime: Runtime,
    private readonly aggregate: string,
  ) {}

  /** In the transaction of the record. */
  async give(act: Act, id: Id): Promise<void> {
    await act.write(
      `INSERT INTO errand (site, record_id, aggregate, asked_by, attempts, done, total) VALUES (?, ?, ?, ?, 0, 0, 0)`,
      [act.site, idToBytes(id), this.aggregate, JSON.stringify(askedBy(act))],
    );
  }

  /** One that nobody is at, now ours; null where there is none. */
  async take(): Promise<Errand | null> {
    return transact(this.runtime.db, async (manager) => {
      const [row] = (await manager.query(NEXT, [this.aggregate])) as Row[];
      if (!row) return null;
      await manager.query(
        `UPDATE errand SET holder = ?, held_until = ${UNTIL}, attempts = attempts + 1, phase = NULL, done = 0, total = 0
         WHERE site = ? AND record_id = ?`,
        [this.holder, row.site, row.id],
      );
      const by = JSON.parse(row.askedBy) as AskedBy;
      return { site: row.site, id: idFromBytes(row.id), by, attempts: row.attempts + 1 };
    });
  }

  /** Says that we are still at it; false where another has it by now. */
  async keep({ site, id }: Errand, progress: Progress | null): Promise<boolean> {
    const { phase = null, done = 0, total = 0 } = progress ?? {};
    const { affectedRows } = (await this.runtime.db.query(
      `UPDATE errand SET held_until = ${UNTIL}, phase = ?, done = ?, total = ? WHERE site = ? AND record_id = ? AND holder = ?`,
      [phase, done, total, site, idToBytes(id), this.holder],
    )) as { affectedRows: number };
    return affectedRows > 0;
  }

  /** To whoever comes next; what was broken off by a stop was no attempt. */
  async leave({ site, id }: Errand, { counts }: { counts: boolean }): Promise<void> {
    await this.runtime.db.query(
      `UPDATE errand SET holder = NULL, held_until = NULL, attempts = attempts - ? WHERE site = ? AND record_id = ? AND holder = ?`,
      [counts ? 0 : 1, site, idToBytes(id), this.holder],
    );
  }

  /** Its record says what came of it. */
  async end({ site, id }: Errand): Promise<void> {
    await this.runtime.db.query('DELETE FROM errand WHERE site = ? AND record_id = ? AND holder = ?', [
      site,
      idToBytes(id),
      this.holder,
    ]);
  }

  /** Null before anybody is at it, and when it is over. */
  async progressOf(viewer: Caller, id: Id): Promise<Progress | null> {
    const [row] = (await viewer.manager.query(
      'SELECT phase, done, total FROM errand WHERE site = ? AND record_id = ? AND phase IS NOT NULL',
      [viewer.site, idToBytes(id)],
    )) as Progress[];
    return row ? { ...row } : null;
  }
}

interface Row {
  site: string;
  id: Buffer;
  askedBy: string;
  attempts: number;
}
