/** Work that goes on beside the calls: every so often, and when a commit of any replica calls. */
import type { Runtime } from './runtime.js';

export interface Background {
  /** What is said in the log where it went wrong; it is tried again at the next turn. */
  readonly failing: string;
  /** Between turns; with `onCommit` this is for what was missed. */
  readonly pauseMs: number;
  readonly onCommit: boolean;
  /** One turn. It returns soon after `ending` is aborted. */
  readonly turn: (ending: AbortSignal) => Promise<unknown>;
}

export class BackgroundWork {
  private wakes: { unsubscribe(): void } | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** The turns, one after another. */
  private current: Promise<unknown> = Promise.resolve();
  private isNextWaiting = false;
  private readonly ending = new AbortController();

  constructor(
    private readonly runtime: Runtime,
    private readonly work: Background,
  ) {}

  start(): void {
    const { nats, wakeSubject } = this.runtime;
    if (this.work.onCommit) this.wakes = nats.subscribe(wakeSubject, { callback: () => this.call() });
    this.timer = setInterval(() => this.call(), this.work.pauseMs);
    this.call();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    clearInterval(this.timer);
    this.wakes?.unsubscribe();
    await this.current;
  }

  /** However often it is called during a turn, one more follows. */
  private call(): void {
    if (this.isNextWaiting || this.ending.signal.aborted) return;
    this.isNextWaiting = true;
    this.current = this.current.then(async () => {
      this.isNextWaiting = false;
      if (this.ending.signal.aborted) return;
      await this.work
        .turn(this.ending.signal)
        .catch((error: unknown) => this.runtime.log.warn({ err: error }, this.work.failing));
    });
  }
}
