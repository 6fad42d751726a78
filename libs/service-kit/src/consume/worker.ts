/** Applies what arrives, a portion in one transaction; where that fails, one by one, so that what fails stands back alone. */
import type { JsMsg } from '@nats-io/jetstream';
import { isId, type Id } from '@xuncha/domain-kit';
import { fromMessage, type Envelope } from '../envelope.js';
import type { Runtime } from '../runtime.js';
import { despiteDeadlocks, errorCode, isTransient, transact } from '../transaction.js';
import { meetEpoch, Superseded } from './cursor.js';
import { applyEvents, type Outcome, type Result, type Work } from './effects.js';
import { describe, dueAggregates, HandlerFailed } from './held.js';
import type { Inbox } from './inbox.js';
import type { Reading } from './listener.js';
import { Pace } from './pace.js';

/** Where a test makes an instance fail as a crash would. */
export interface Faults {
  /** Effects are committed, the broker does not know it yet. What it throws ends this instance's reading, unacknowledged. */
  afterCommit?(consumer: string): void;
}

interface Delivery {
  readonly message: JsMsg;
  readonly event: Envelope;
}

const AGAIN_AFTER_MS = 1_000;
const DUE_AT_ONCE = 200;

export class Worker {
  private readonly pace = new Pace();

  constructor(
    private readonly runtime: Runtime,
    private readonly reading: Reading,
    private readonly faults: Faults = {},
  ) {}

  /**
   * Acknowledges what is committed; what it leaves unsettled may be delivered again. Answers the latest epoch that was refused, if any.
   * Throws where nothing can be applied at present.
   */
  async work(messages: readonly JsMsg[], inbox: Inbox, generation: number): Promise<number | undefined> {
    const deliveries = messages.flatMap((message) => this.open(message, inbox));
    let refused: number | undefined;
    while (deliveries.length > 0) {
      const portion = deliveries.splice(0, this.pace.atOnce);
      refused = (await this.portion(portion, inbox, generation)) ?? refused;
    }
    return refused;
  }

  private async portion(deliveries: readonly Delivery[], inbox: Inbox, generation: number) {
    const began = performance.now();
    let result: Result;
    try {
      result = await this.together({ generation, events: deliveries.map(({ event }) => event) });
    } catch (error) {
      this.pace.brokeOff(deliveries.length);
      if (!concernsEventsAlone(error)) throw error;
      return this.oneByOne(deliveries, inbox, generation);
    }
    this.pace.took(deliveries.length, performance.now() - began);
    return this.settle(deliveries, inbox, result);
  }

  /** Tries again what waits for nothing else. */
  async retryDue(generation: number, stop: AbortSignal): Promise<void> {
    for (;;) {
      const due = await dueAggregates(this.runtime.db, this.reading, DUE_AT_ONCE);
      let released = 0;
      for (const id of due) {
        if (stop.aborted) return;
        released += await this.retry(id, generation);
      }
      if (due.length < DUE_AT_ONCE || released === 0) return;
    }
  }

  /** Tries an aggregate's waiting versions. Answers how many were applied. */
  async retry(id: Id, generation: number): Promise<number> {
    try {
      const { released } = await this.attemptHolding({ generation, events: [], due: [id] });
      this.count(released);
      return released.filter((outcome) => outcome === 'applied' || outcome === 'passed').length;
    } catch (error) {
      if (!concernsEventsAlone(error)) throw error;
      return 0;
    }
  }

  /** The first events ever heard of a source are accepted, whatever its epoch. */
  private async together(work: Work): Promise<Result> {
    const result = await this.attempt(work);
    if (result.epoch > 0 || work.events.length === 0) return result;
    const epoch = Math.max(...work.events.map((event) => event.epoch));
    await meetEpoch(this.runtime.db, this.reading, epoch);
    return this.attempt(work);
  }

  private async oneByOne(deliveries: readonly Delivery[], inbox: Inbox, generation: number) {
    /** Aggregates that cannot be written just now, not even to hold the event back. */
    const locked = new Set<Id>();
    let refused: number | undefined;
    for (const delivery of deliveries.toSorted((a, b) => a.event.ordinal - b.event.ordinal)) {
      const { message, event } = delivery;
      const result = locked.has(event.aggregateId) ? undefined : await this.alone(event, generation);
      if (result) {
        refused = this.settle([delivery], inbox, result) ?? refused;
      } else {
        locked.add(event.aggregateId);
        message.nak(AGAIN_AFTER_MS);
        inbox.settled(message);
      }
    }
    return refused;
  }

  private async alone(event: Envelope, generation: number): Promise<Result | undefined> {
    try {
      return await this.attemptHolding({ generation, events: [event] });
    } catch (error) {
      if (!concernsEventsAlone(error)) throw error;
      this.runtime.log.warn({ ...this.label(event), code: errorCode(error) }, 'event is tried again later');
      return undefined;
    }
  }

  /** Holds back what fails, in a second transaction. */
  private async attemptHolding(work: Work): Promise<Result> {
    try {
      return await this.attempt(work);
    } catch (error) {
      if (!(error instanceof HandlerFailed)) throw error;
      this.runtime.log.error({ ...this.label(error.event), failure: describe(error) }, 'listener failed');
      return this.attempt({ ...work, failure: error });
    }
  }

  private async attempt(work: Work): Promise<Result> {
    return despiteDeadlocks(() =>
      transact(this.runtime.db, (manager) => applyEvents(manager, this.reading, work)),
    );
  }

  private settle(
    deliveries: readonly Delivery[],
    inbox: Inbox,
    { outcomes, released }: Result,
  ): number | undefined {
    this.faults.afterCommit?.(this.reading.consumer);
    let refused: number | undefined;
    for (const { message, event } of deliveries) {
      if (outcomes.get(event) === 'refused') {
        refused = Math.max(event.epoch, refused ?? 0);
      } else {
        message.ack();
        inbox.settled(message);
      }
    }
    this.count([...outcomes.values(), ...released]);
    return refused;
  }

  private count(outcomes: readonly Outcome[]): void {
    const { metrics } = this.runtime;
    for (const outcome of outcomes) metrics.consumed.inc({ consumer: this.reading.consumer, outcome });
    // A listener may have written this service's own journal.
    if (outcomes.includes('applied')) this.runtime.committed();
  }

  /** What no relay wrote is not an event; it would never be applicable. */
  private open(message: JsMsg, inbox: Inbox): Delivery[] {
    try {
      const event = fromMessage(message);
      if (!isId(event.aggregateId)) throw new Error('ce-subject is not an id');
      return [{ message, event }];
    } catch (error) {
      const { source } = this.reading;
      this.runtime.log.error(
        { source, sequence: message.seq, reason: (error as Error).message },
        'message is no event',
      );
      message.term('not an event');
      inbox.settled(message);
      return [];
    }
  }

  private label({ type, aggregateId, version, correlation }: Envelope) {
    return { consumer: this.reading.consumer, type, aggregateId, version, correlation };
  }
}

/** Otherwise the database is away or the source is read anew, and trying the events singly would not help. */
function concernsEventsAlone(error: unknown): boolean {
  if (error instanceof HandlerFailed) return true;
  if (error instanceof Superseded) return false;
  const code = errorCode(error);
  return code === 'ER_LOCK_DEADLOCK' || code === 'ER_LOCK_WAIT_TIMEOUT' || !isTransient(error);
}
