/** Messages pulled from the broker ahead of the work: the next batch arrives while this one commits. */
import type { Consumer, ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import { ClosedConnectionError } from '@nats-io/transport-node';
import { ACK_WAIT_MS } from './place.js';

const BATCH = 200;
const PULL_MS = 10_000;
/** A broker that says nothing for twice as long is taken to have forgotten the pull. */
const HEARTBEAT_MS = 1_000;

export class Inbox {
  private readonly arrived: JsMsg[] = [];
  /** Arrived and not settled yet; the broker is told that they are at work. */
  private readonly open = new Set<JsMsg>();
  private readonly keepAlive: NodeJS.Timeout;
  private readonly pumping: Promise<void>;
  private pulling: ConsumerMessages | undefined;
  private ended: { error?: unknown } | undefined;
  private waiting: (() => void)[] = [];

  constructor(private readonly consumer: Consumer) {
    this.keepAlive = setInterval(() => tell(this.open, (message) => message.working()), ACK_WAIT_MS / 3);
    this.pumping = this.pump().then(
      () => this.end({}),
      (error: unknown) => this.end({ error }),
    );
  }

  /** What has arrived, at most a batch; waits for the first. Empty once closed; throws where the broker does not deliver any more. */
  async take(): Promise<JsMsg[]> {
    while (this.arrived.length === 0 && !this.ended) await this.change();
    if (this.ended?.error) throw this.ended.error;
    if (this.ended) return [];
    const batch = this.arrived.splice(0, BATCH);
    this.wake();
    return batch;
  }

  /** The broker has been told what became of it. */
  settled(message: JsMsg): void {
    this.open.delete(message);
  }

  /** Stops pulling. What has been taken stays in hand. */
  async close(): Promise<void> {
    this.end({});
    await this.pulling?.close();
    await this.pumping;
    this.giveBack(this.arrived.splice(0));
  }

  /** When no work is in hand any more: what was not settled goes back to the broker, for whoever pulls next. */
  abandon(): void {
    clearInterval(this.keepAlive);
    this.giveBack([...this.open]);
  }

  private async pump(): Promise<void> {
    while (!this.ended) {
      while (this.arrived.length >= BATCH && !this.ended) await this.change();
      if (this.ended) return;
      const pull = { max_messages: BATCH, expires: PULL_MS, idle_heartbeat: HEARTBEAT_MS, bind: true };
      this.pulling = await this.consumer.fetch(pull);
      if (this.ended) void this.pulling.close();
      for await (const message of this.pulling) {
        this.arrived.push(message);
        this.open.add(message);
        this.wake();
      }
    }
  }

  private end(ended: { error?: unknown }): void {
    this.ended ??= ended;
    this.wake();
  }

  private giveBack(messages: readonly JsMsg[]): void {
    tell(messages, (message) => message.nak());
    for (const message of messages) this.settled(message);
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

/** A connection that is closed for good loses only what the broker will deliver again. */
function tell(messages: Iterable<JsMsg>, what: (message: JsMsg) => void): void {
  try {
    for (const message of messages) what(message);
  } catch (error) {
    if (!(error instanceof ClosedConnectionError)) throw error;
  }
}
