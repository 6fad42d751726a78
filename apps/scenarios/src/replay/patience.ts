/** Waiting for what others have to do first: with longer pauses each time, and not for ever. */
import { setTimeout as sleep } from 'node:timers/promises';

interface Limits {
  readonly firstMs: number;
  readonly longestMs: number;
  readonly limitMs: number;
}
/** Another system is away or overloaded; it was promised to come back. */
export const OUTAGE: Limits = { firstMs: 100, longestMs: 2_000, limitMs: 15 * 60_000 };
/** An event is on its way from one service to another; an outage may hold it up. */
export const ARRIVAL: Limits = { firstMs: 15, longestMs: 1_000, limitMs: 5 * 60_000 };

const TELL_AFTER_MS = 10_000;

export class Patience {
  private readonly since = Date.now();
  private pauseMs: number;
  private hasTold = false;

  /** `tell` hears once what is waited for, where that takes long. */
  constructor(
    private readonly limits: Limits,
    private readonly tell: (text: string) => void,
  ) {
    this.pauseMs = limits.firstMs;
  }

  /** Pauses; throws the reason for waiting instead when patience is at its end. */
  async wait(reason: Error): Promise<void> {
    const waited = Date.now() - this.since;
    if (waited > this.limits.limitMs) throw reason;
    if (!this.hasTold && waited > TELL_AFTER_MS) {
      this.tell(`waiting since ${Math.round(waited / 1000)} s: ${reason.message}`);
      this.hasTold = true;
    }
    // Not all at once: whoever was refused in the same moment comes again at different ones.
    await sleep(this.pauseMs * (0.75 + Math.random() / 2));
    this.pauseMs = Math.min(this.pauseMs * 1.6, this.limits.longestMs);
  }
}
