/** Prometheus metrics of one service; names and labels are the same in every service so that one dashboard fits all. */
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Well within what the gateway waits for an answer. */
const MEASURED_WITHIN_MS = 1_000;
const CALL_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

export class Metrics {
  readonly registry = new Registry();
  private readonly measures: (() => Promise<void>)[] = [];

  readonly commands = this.counter('calls_total', 'Commands and queries by outcome', ['contract', 'outcome']);
  readonly callSeconds = new Histogram({
    name: 'xuncha_call_seconds',
    help: 'Time to answer',
    labelNames: ['contract'],
    buckets: CALL_BUCKETS,
    registers: [this.registry],
  });
  readonly inFlight = this.gauge('calls_in_flight', 'Calls being handled now');

  readonly journalBacklog = this.gauge('journal_backlog', 'Journal rows not yet published');
  readonly relayLagSeconds = this.gauge('relay_lag_seconds', 'Age of the oldest unpublished journal row');
  readonly relayLeader = this.gauge('relay_leader', '1 where this replica seals and publishes');
  readonly streamRefills = this.counter('stream_refills_total', 'Times the stream was made again after loss');

  readonly consumed = this.counter('events_consumed_total', 'Events by what became of them', [
    'consumer',
    'outcome',
  ]);
  readonly consumerLag = this.gauge('consumer_lag', 'Events published and not yet applied', [
    'consumer',
    'source',
  ]);
  readonly waiting = this.gauge('events_waiting', 'Events that wait for an earlier version', ['consumer']);
  readonly parked = this.gauge('events_parked', 'Events parked with an error', ['consumer']);

  readonly deadlinesOpen = this.gauge('deadlines_open', 'Deadlines not met yet');
  readonly rungsFired = this.counter('deadline_rungs_total', 'Rungs fired', ['name', 'rung']);

  constructor(service: string) {
    this.registry.setDefaultLabels({ service, instance: `${hostname()}-${process.pid}` });
  }

  /** `measure` runs whenever somebody asks for the figures, so that they are of that moment. */
  whenAsked(measure: () => Promise<void>): void {
    this.measures.push(measure);
  }

  /** In the text format of Prometheus. What cannot be measured, or not in time, keeps the value it had. */
  async text(): Promise<string> {
    const measured = Promise.allSettled(this.measures.map((measure) => measure()));
    await Promise.race([measured, sleep(MEASURED_WITHIN_MS, undefined, { ref: false })]);
    return this.registry.metrics();
  }

  private counter<L extends string>(name: string, help: string, labelNames: readonly L[] = []): Counter<L> {
    return new Counter({ name: `xuncha_${name}`, help, labelNames, registers: [this.registry] });
  }

  private gauge<L extends string>(name: string, help: string, labelNames: readonly L[] = []): Gauge<L> {
    return new Gauge({ name: `xuncha_${name}`, help, labelNames, registers: [this.registry] });
  }
}
