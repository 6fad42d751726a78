/**
 * What the leading replica does: seals what is committed and publishes what is sealed, both in the order of ordinals. All of it
 * runs in one sequence of turns, so that nothing here happens twice at a time. After an error other than the broker's it must be
 * thrown away and begun anew, since what it remembers may no longer be so.
 */
import type { Runtime } from '../runtime.js';
import type { Lease } from './lease.js';
import { Publisher } from './publisher.js';
import { Sealer, type SealedRow } from './sealer.js';
import type { Stream } from './stream.js';
import { progressSubject, Subscribers, type ProgressReply } from './subscribers.js';

/** Rows sealed in one transaction and published in one batch; larger ones hardly gain. */
const ROUND = 500;
const TURN_MS = 1000;
const CHECK_MS = 1000;
const RENEW_MS = 3000;
/** How long publishing may go unrecorded: what is lost with it is looked up in the stream again. */
const RECORD_MS = 400;

export class Leader {
  private checkedAt = -Infinity;
  private recorded = { published: -1, floor: -1, at: -Infinity };

  private constructor(
    private readonly lease: Lease,
    private readonly sealer: Sealer,
    private readonly publisher: Publisher,
    private readonly subscribers: Subscribers,
  ) {}

  static async begin(runtime: Runtime, lease: Lease, stream: Stream, wake: () => void): Promise<Leader> {
    const { service, nats, log, metrics } = runtime;
    const sealer = await Sealer.resume(lease);
    const publisher = await Publisher.resume(lease, stream, { service, log, metrics });
    const subject = progressSubject(runtime.config.prefix, service);
    return new Leader(lease, sealer, publisher, new Subscribers(lease, nats, subject, wake));
  }

  /** Works for a second at the most; true where more is left. Where the broker is in trouble, sealing goes on without it. */
  async turn(): Promise<boolean> {
    const end = performance.now() + TURN_MS;
    await this.tend();
    if (this.publisher.isSound) return this.publishUntil(end);
    while ((await this.sealer.seal(ROUND)).length > 0) if (performance.now() > end) return true;
    return false;
  }

  /** Puts on record how far publishing and sealing are; renews the lease by that. */
  async record(): Promise<void> {
    const { published } = this.publisher;
    const { floor } = this.sealer;
    await this.lease.hold((manager) =>
      manager.query('UPDATE relay SET published = ?, sealed_floor = ? WHERE id = 1', [published, floor]),
    );
    this.recorded = { published, floor, at: performance.now() };
  }

  end(): void {
    this.subscribers.stop();
  }

  /** While one round is on its way to the broker, the database works on the next. */
  private async publishUntil(end: number): Promise<boolean> {
    let rows = await this.next(this.publisher.published);
    while (rows.length > 0) {
      const last = rows.at(-1)!.ordinal;
      const [following] = await both(this.next(last), this.publisher.publish(rows));
      await this.tend();
      // A stream that is in trouble or was made again is gone on with, by the next turn, from where it is then.
      if (this.publisher.published !== last) return false;
      if (performance.now() > end) return true;
      rows = following;
    }
    return false;
  }

  /** The rows that follow `ordinal`: those sealed before, as long as there are any, then newly sealed ones. */
  private next(ordinal: number): Promise<SealedRow[]> {
    return ordinal < this.sealer.last ? this.sealer.readSealed(ordinal, ROUND) : this.sealer.seal(ROUND);
  }

  /** What is due between two rounds. */
  private async tend(): Promise<void> {
    const { publisher, sealer } = this;
    const reports = await this.subscribers.take();
    const now = performance.now();
    if (!publisher.isSound || now - this.checkedAt > CHECK_MS) {
      await publisher.check(sealer.last);
      this.checkedAt = now;
    }
    if (publisher.isSound && reports.some(({ ordinal }) => ordinal + 1 < publisher.first)) {
      await publisher.refill(sealer.last);
    }
    if (publisher.isSound) for (const { message } of reports) message.respond(JSON.stringify(this.reply()));
    await this.recordWhenDue(now);
  }

  private async recordWhenDue(now: number): Promise<void> {
    const { published, floor, at } = this.recorded;
    const isChanged = published !== this.publisher.published || floor !== this.sealer.floor;
    if (now - at > (isChanged ? RECORD_MS : RENEW_MS)) await this.record();
  }

  private reply(): ProgressReply {
    const { streamCreated, first } = this.publisher;
    return { ok: true, leader: true, streamCreated: streamCreated!, firstOrdinal: first };
  }
}

/** Waits until both have ended, also where one fails: nothing may go on unwatched. */
async function both<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b]);
  return Promise.all([a, b]);
}
