/**
 * The relay of one service instance: journal → seal → stream (architecture.md, Relay and seal). One replica of a service leads,
 * the others watch the lease. Survives that database, broker, leader or all of them are gone or paused at any moment.
 */
import type { Subscription } from '@nats-io/transport-node';
import type { Runtime } from '../runtime.js';
import { isTransient } from '../transaction.js';
import { Alarm } from './alarm.js';
import { measureLag } from './lag.js';
import { Leader } from './leader.js';
import { Lease, LeaseLost } from './lease.js';
import { Stream } from './stream.js';

const POLL_MS = 500;

export class Relay {
  private readonly alarm = new Alarm();
  private isStopping = false;
  private readonly lease: Lease;
  private leader: Leader | undefined;
  private wakes: Subscription | undefined;
  private running: Promise<void> | undefined;
  private trouble: string | undefined;

  constructor(private readonly runtime: Runtime) {
    this.lease = new Lease(runtime.db, 'relay');
  }

  /** Returns at once; refuses a broker that is too old. */
  async start(): Promise<void> {
    const { nats, service, config, wakeSubject } = this.runtime;
    const stream = await Stream.open(nats, config.prefix, service);
    this.wakes = nats.subscribe(wakeSubject, { callback: () => this.wake() });
    this.runtime.metrics.whenAsked(() => measureLag(this.lease, this.runtime.metrics));
    this.running = this.run(stream);
  }

  /** To be called when rows were committed; does nothing where another replica leads. */
  wake(): void {
    if (this.leader) this.alarm.raise();
  }

  /** Ends the round under way and hands the lease to whoever wants it. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.alarm.raise();
    await this.running;
    if (this.wakes && !this.wakes.isClosed()) this.wakes.unsubscribe();
    try {
      await this.leader?.record();
      this.resign();
      await this.lease.giveBack();
    } catch (error) {
      this.runtime.log.warn({ trouble: String(error) }, 'relay left its lease to run out');
      this.resign();
    }
  }

  private async run(stream: Stream): Promise<void> {
    while (!this.isStopping) {
      try {
        const isMore = await this.turn(stream);
        this.trouble = undefined;
        if (isMore) continue;
      } catch (error) {
        this.resign();
        this.report(error);
      }
      await this.alarm.wait(POLL_MS);
    }
  }

  /** True where there is more to do at once. */
  private async turn(stream: Stream): Promise<boolean> {
    if (!this.leader && (await this.lease.take())) {
      this.leader = await Leader.begin(this.runtime, this.lease, stream, () => this.wake());
      this.runtime.metrics.relayLeader.set(1);
      this.runtime.log.info('relay leads');
    }
    return (await this.leader?.turn()) ?? false;
  }

  private resign(): void {
    this.leader?.end();
    this.leader = undefined;
    this.runtime.metrics.relayLeader.set(0);
  }

  /** Once per kind of trouble, not once per attempt. */
  private report(error: unknown): void {
    const message = String(error);
    if (message === this.trouble) return;
    this.trouble = message;
    if (error instanceof LeaseLost) this.runtime.log.info({ trouble: message }, 'relay follows');
    else if (isTransient(error)) this.runtime.log.warn({ trouble: message }, 'relay waits for the database');
    else this.runtime.log.error({ err: error }, 'relay failed and begins anew');
  }
}
