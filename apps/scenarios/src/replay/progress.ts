/** How far a replay is, in one line: rewritten on a terminal, repeated in a log. */
import type { Writable } from 'node:stream';

/** Where it is told: standard error of a script, nowhere in a test. */
export type Teller = Writable & { readonly isTTY?: boolean };

const TERMINAL_MS = 200;
const LOG_MS = 1_000;

export class Progress {
  private readonly begun = performance.now();
  private readonly everyMs: number;
  private done = 0;
  private day = '';
  private shownAt = -Infinity;

  /** `before` were done in an earlier run. */
  constructor(
    private readonly total: number,
    private readonly before: number,
    private readonly out: Teller,
  ) {
    this.everyMs = out.isTTY ? TERMINAL_MS : LOG_MS;
  }

  reach(day: string): void {
    this.day = day;
  }

  step(): void {
    this.done += 1;
    if (performance.now() - this.shownAt > this.everyMs || this.before + this.done === this.total)
      this.show();
  }

  /** A line of its own, which stays. */
  say(text: string): void {
    this.out.write(this.out.isTTY ? `\r\x1b[K${text}\n` : `${text}\n`);
  }

  private show(): void {
    this.shownAt = performance.now();
    const rate = Math.round(this.done / ((this.shownAt - this.begun) / 1000));
    const text = `${this.before + this.done}/${this.total} steps, ${this.day}, ${rate}/s`;
    this.out.write(this.out.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
  }
}
