/**
 * Journal positions that were passed over. Either their transaction is still under way and they will appear, or it was rolled
 * back and they never will; after the window in which every transaction must have ended it can only be the latter.
 */
import { SEAL_WINDOW_MS } from '../database.js';

export interface Range {
  readonly from: number;
  readonly to: number;
}
interface Gap extends Range {
  /** When it was first noticed. */
  readonly since: number;
  lookAt: number;
}

/** Most transactions end soon: a young gap is looked into every time, an old one ever more seldom. */
const YOUNG_MS = 1000;

export class Gaps {
  /** Ascending. */
  private open: Gap[] = [];

  /** Gaps must be added in ascending order. */
  add(range: Range, now: number): void {
    this.open.push({ ...range, since: now, lookAt: now });
  }

  due(now: number): Range[] {
    return this.open.filter((gap) => gap.lookAt <= now);
  }

  /** A row has appeared; what is left of its gap stays open. */
  found(position: number): void {
    const index = this.open.findIndex((gap) => gap.from <= position && position <= gap.to);
    if (index < 0) return;
    const gap = this.open[index]!;
    const rest = [
      { ...gap, to: position - 1 },
      { ...gap, from: position + 1 },
    ];
    this.open.splice(index, 1, ...rest.filter(({ from, to }) => from <= to));
  }

  /** All gaps due at `now` were looked into by a query begun after that, and nothing more was found in them. */
  looked(now: number): void {
    this.open = this.open.filter((gap) => now - gap.since <= SEAL_WINDOW_MS);
    for (const gap of this.open) {
      const age = now - gap.since;
      if (gap.lookAt <= now) gap.lookAt = age < YOUNG_MS ? now : now + age / 8;
    }
  }

  /** Up to here nothing is open, given the highest position that was seen. */
  floor(head: number): number {
    return this.open.length > 0 ? this.open[0]!.from - 1 : head;
  }
}
