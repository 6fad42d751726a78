/** Reads one source for one consumer, for as long as the instance runs, whatever becomes of broker, stream and database. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Runtime } from '../runtime.js';
import { progressSubject } from '../relay/subscribers.js';
import {
  advanceCursor,
  claimCursor,
  lowerCursor,
  meetEpoch,
  readCursor,
  Superseded,
  type Cursor,
} from './cursor.js';
import { Inbox } from './inbox.js';
import type { Reading } from './listener.js';
import { Place, PlaceLost, type Position } from './place.js';
import { clear } from './rebuild.js';
import type { Worker } from './worker.js';

const TICK_MS = 2_000;
const AGAIN_MS = 1_000;
const REMIND_MS = 30_000;

export class Reader {
  /** Epoch that waits to be accepted by a person. */
  refused: number | undefined;
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private reported = { ordinal: -1, at: 0 };
  private complaint: string | undefined;
  /** While it reads. */
  private place: Place | undefined;

  constructor(
    private readonly runtime: Runtime,
    readonly reading: Reading,
    private readonly worker: Worker,
    /** Tables of the consumer where it is a projection. */
    private readonly tables: readonly string[] | undefined,
  ) {}

  start(): void {
    this.runtime.metrics.whenAsked(async () => void (this.place && (await this.look(this.place))));
    this.running ??= this.run(this.stopping.signal);
  }

  /** Finishes what is in hand: commits and acknowledges it. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Tries the waiting versions of an aggregate now. */
  async retry(aggregateId: string): Promise<void> {
    const { generation } = await readCursor(this.runtime.db, this.reading);
    await this.worker.retry(aggregateId, generation);
  }

  /** How far this consumer is; lag undefined where there is no stream to read from. */
  async standing(): Promise<Cursor & { lag: number | undefined }> {
    const cursor = await readCursor(this.runtime.db, this.reading);
    const place = cursor.clearing ? undefined : await Place.open(this.runtime, this.reading, cursor);
    return { ...cursor, lag: (await place?.look())?.lag };
  }

  private async run(stop: AbortSignal): Promise<void> {
    let isClaimed = false;
    while (!stop.aborted) {
      try {
        if (!isClaimed) await claimCursor(this.runtime.db, this.reading);
        isClaimed = true;
        await this.visit(stop);
      } catch (error) {
        this.complain(error);
      }
      await pause(AGAIN_MS, stop);
    }
  }

  /** Reads until something is not as it was; the next visit finds out what to do about it. */
  private async visit(stop: AbortSignal): Promise<void> {
    const { runtime, reading } = this;
    let cursor = await readCursor(runtime.db, reading);
    if (cursor.clearing) return this.clear();
    const place = await Place.open(runtime, reading, cursor);
    if (!place) return this.report(cursor.ordinal, 'again');
    if (place.before !== undefined) await lowerCursor(runtime.db, reading, cursor.generation, place.before);
    const present = cursor.epoch === 0 ? await place.epoch() : undefined;
    if (present) {
      await meetEpoch(runtime.db, reading, present);
      cursor = await readCursor(runtime.db, reading);
    }
    if (this.refused && this.refused > cursor.epoch && cursor.epoch > 0) {
      this.complain(
        new Error(`epoch ${this.refused} is refused until accepted; ${cursor.epoch} is the latest accepted`),
      );
      return this.tick(place, cursor.generation, stop);
    }
    this.refused = undefined;
    await this.read(place, cursor.generation, stop);
  }

  private async read(place: Place, generation: number, stop: AbortSignal): Promise<void> {
    const inbox = new Inbox(place.consumer);
    const done = new AbortController();
    const ended = AbortSignal.any([stop, done.signal]);
    ended.addEventListener('abort', () => void inbox.close());
    if (ended.aborted) void inbox.close(); // raised before anybody listened
    const ticking = this.keepTicking(place, generation, ended).finally(() => done.abort());
    ticking.catch(() => undefined); // awaited below
    this.place = place;
    try {
      for (let batch = await inbox.take(); batch.length > 0; batch = await inbox.take()) {
        this.refused = await this.worker.work(batch, inbox, generation);
        this.complaint = undefined;
        if (this.refused) break;
      }
    } finally {
      this.place = undefined;
      done.abort();
      await inbox.close();
      inbox.abandon();
    }
    await ticking;
  }

  private async keepTicking(place: Place, generation: number, ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      await this.tick(place, generation, ended);
      await pause(TICK_MS, ended);
    }
  }

  private async tick(place: Place, generation: number, stop: AbortSignal): Promise<void> {
    const { runtime, reading, worker } = this;
    const { ordinal } = await this.look(place);
    await advanceCursor(runtime.db, reading, generation, ordinal);
    const cursor = await readCursor(runtime.db, reading);
    if (cursor.generation !== generation || cursor.clearing) throw new Superseded('the source is read anew');
    await this.report(cursor.ordinal);
    await worker.retryDue(generation, stop);
  }

  private async look(place: Place): Promise<Position> {
    const { consumer, source } = this.reading;
    const position = await place.look();
    this.runtime.metrics.consumerLag.set({ consumer, source }, position.lag);
    return position;
  }

  /** Tells the source what it need not keep for us. It answers when its stream begins where we need it. */
  private async report(ordinal: number, again?: 'again'): Promise<void> {
    const { service, config, nats } = this.runtime;
    const { consumer, source } = this.reading;
    const now = performance.now();
    if (!again && ordinal === this.reported.ordinal && now - this.reported.at < REMIND_MS) return;
    try {
      const progress = JSON.stringify({ consumer: `${service}/${consumer}`, ordinal });
      await nats.request(progressSubject(config.prefix, source), progress, { timeout: TICK_MS });
      this.reported = { ordinal, at: now };
    } catch {
      // Nobody leads there at present; it is told again.
      this.reported.ordinal = -1;
    }
  }

  private async clear(): Promise<void> {
    if (this.tables) await clear(this.runtime.db, this.reading.consumer, this.tables);
  }

  /** Says once what keeps it from reading, not once a second. */
  private complain(error: unknown): void {
    if (error instanceof Superseded || error instanceof PlaceLost) {
      this.runtime.log.info({ ...this.label, reason: error.message }, 'source is read anew');
      return;
    }
    const { message } = error as Error;
    if (message !== this.complaint)
      this.runtime.log.error({ ...this.label, reason: message }, 'source cannot be read');
    this.complaint = message;
  }

  private get label() {
    return { consumer: this.reading.consumer, source: this.reading.source };
  }
}

async function pause(ms: number, stop: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: stop }).catch(() => undefined);
}
