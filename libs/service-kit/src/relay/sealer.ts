/**
 * Gives committed journal rows their ordinal, their number within the site and their link in the chain. Where it stands is
 * kept in memory while leading; `seal`'s unique keys and the fence hold that to be true. After any error a new one must be
 * made, since nobody knows then whether the last transaction committed.
 */
import { CHAIN_START, chainHash, JOURNAL_ROW, type JournalRow } from '../journal/chain.js';
import { Gaps, type Range } from './gaps.js';
import type { Lease } from './lease.js';

export interface SealedRow extends JournalRow {
  ordinal: number;
  number: number;
  hash: Buffer;
}

interface Link {
  number: number;
  hash: Buffer;
}

const HEADS = `SELECT s.site, s.number, s.hash FROM seal s
  JOIN (SELECT site, MAX(number) AS number FROM seal GROUP BY site) last USING (site, number)`;
const END = `SELECT sealed_floor AS floor, (SELECT MAX(ordinal) FROM seal) AS last,
  (SELECT MAX(position) FROM seal) AS head FROM relay`;
/** Sealed positions that do not follow right after the one before; null where that is the floor. */
const NEIGHBOURS = `SELECT * FROM (
    SELECT LAG(position) OVER (ORDER BY position) AS after, position FROM seal WHERE position > ?
  ) neighbours WHERE after IS NULL OR position > after + 1 ORDER BY position`;
const READ_SEALED = `SELECT ${JOURNAL_ROW}, s.ordinal, s.number, s.hash FROM seal s JOIN journal j USING (position)
  WHERE s.ordinal > ? ORDER BY s.ordinal LIMIT ?`;

export class Sealer {
  /** Ordinal of the last sealed row. */
  last = 0;
  /** Highest journal position that was seen. */
  private head = 0;
  private readonly links = new Map<string, Link>();
  private readonly gaps = new Gaps();

  private constructor(private readonly lease: Lease) {}

  /** Reads where the last leader ended; the lease is locked meanwhile, so that none is still at work. */
  static async resume(lease: Lease): Promise<Sealer> {
    const sealer = new Sealer(lease);
    await lease.hold(async (manager) => {
      const [end] = await manager.query(END);
      sealer.last = end.last ?? 0;
      sealer.head = Math.max(end.floor, end.head ?? 0);
      for (const { after, position } of await manager.query(NEIGHBOURS, [end.floor])) {
        sealer.passOver(after ?? end.floor, position);
      }
      for (const { site, ...link } of await manager.query(HEADS)) sealer.links.set(site, link);
    });
    return sealer;
  }

  /** Every journal row there can ever be up to this position is sealed. */
  get floor(): number {
    return this.gaps.floor(this.head);
  }

  /** Seals up to `limit` rows and answers them; none when there is nothing to seal. */
  async seal(limit: number): Promise<SealedRow[]> {
    const asked = now();
    const rows = await this.read(this.gaps.due(asked), limit);
    if (rows.length < limit) this.gaps.looked(asked);
    if (rows.length === 0) return [];
    const sealed = rows.map((row) => this.link(row));
    await this.lease.hold((manager) =>
      manager.query('INSERT INTO seal (ordinal, site, number, position, hash) VALUES ?', [
        sealed.map((row) => [row.ordinal, row.site, row.number, row.position, row.hash]),
      ]),
    );
    return sealed;
  }

  /** Rows that were sealed before, from the one after `ordinal` on. */
  readSealed(ordinal: number, limit: number): Promise<SealedRow[]> {
    return this.lease.query<SealedRow>(READ_SEALED, [ordinal, limit]);
  }

  private read(gaps: readonly Range[], limit: number): Promise<JournalRow[]> {
    const within = gaps.map(() => 'j.position BETWEEN ? AND ? OR ').join('');
    return this.lease.query<JournalRow>(
      `SELECT ${JOURNAL_ROW} FROM journal j WHERE ${within} j.position > ? ORDER BY j.position LIMIT ?`,
      [...gaps.flatMap(({ from, to }) => [from, to]), this.head, limit],
    );
  }

  private link(row: JournalRow): SealedRow {
    this.see(row.position);
    const previous = this.links.get(row.site) ?? { number: 0, hash: CHAIN_START };
    const number = previous.number + 1;
    const hash = chainHash(previous.hash, number, row);
    this.links.set(row.site, { number, hash });
    this.last += 1;
    return { ...row, ordinal: this.last, number, hash };
  }

  private see(position: number): void {
    if (position <= this.head) return this.gaps.found(position);
    this.passOver(this.head, position);
    this.head = position;
  }

  private passOver(after: number, position: number): void {
    if (position > after + 1) this.gaps.add({ from: after + 1, to: position - 1 }, now());
  }
}

/** Does not jump when somebody sets the clock. */
function now(): number {
  return performance.now();
}
