/** The consumer side of one service instance: one reader per consumer and source, shared fairly with the other replicas. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Runtime } from '../runtime.js';
import { Controls } from './controls.js';
import { readingsOf, type Listener } from './listener.js';
import { Reader } from './reader.js';
import { Worker, type Faults } from './worker.js';

export interface ConsumersOptions {
  /** Consumers that can be rebuilt, each with all the tables that its listeners write. */
  readonly projections?: Readonly<Record<string, readonly string[]>>;
  readonly faults?: Faults;
}

const FLUSH_MS = 2_000;

export class Consumers {
  private readonly readers: readonly Reader[];
  private readonly controls: Controls;

  constructor(
    private readonly runtime: Runtime,
    listeners: readonly Listener[],
    { projections = {}, faults }: ConsumersOptions = {},
  ) {
    this.readers = readingsOf(listeners).map((reading) => {
      const worker = new Worker(runtime, reading, faults);
      return new Reader(runtime, reading, worker, projections[reading.consumer]);
    });
    this.controls = new Controls(runtime, this.readers, projections);
  }

  start(): void {
    for (const reader of this.readers) reader.start();
    this.controls.start();
    this.runtime.metrics.whenAsked(() => this.countHeld());
  }

  /** Finishes, commits and acknowledges what is in hand. */
  async stop(): Promise<void> {
    this.controls.stop();
    await Promise.all(this.readers.map((reader) => reader.stop()));
    await this.sendOff();
  }

  /** Acknowledgements leave this process before it ends, if there is a broker to hear them. */
  private async sendOff(): Promise<void> {
    const { nats } = this.runtime;
    if (nats.isClosed()) return;
    const patience = new AbortController();
    const flushed = nats.flush().catch(() => undefined);
    await Promise.race([
      flushed,
      sleep(FLUSH_MS, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
  }

  private async countHeld(): Promise<void> {
    const { db, metrics } = this.runtime;
    const rows = (await db.query(
      'SELECT consumer, state, COUNT(*) AS held FROM held GROUP BY consumer, state',
    )) as {
      consumer: string;
      state: 'waiting' | 'parked';
      held: number;
    }[];
    for (const consumer of new Set(this.readers.map(({ reading }) => reading.consumer))) {
      const count = (state: string) =>
        rows.find((row) => row.consumer === consumer && row.state === state)?.held ?? 0;
      metrics.waiting.set({ consumer }, count('waiting'));
      metrics.parked.set({ consumer }, count('parked'));
    }
  }
}
