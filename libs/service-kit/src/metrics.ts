/** Prometheus metrics of one service; names and labels are the same in every service so that one dashboard fits all. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export class Metrics {
  readonly registry = new Registry();
  readonly commands: Counter<'contract' | 'outcome'>;
  readonly callSeconds: Histogram<'contract'>;
  readonly inFlight: Gauge;
  readonly journalBacklog: Gauge;
  readonly relayLagSeconds: Gauge;
  readonly relayLeader: Gauge;
  readonly streamRefills: Counter;
  readonly consumed: Counter<'consumer' | 'outcome'>;
  readonly consumerLag: Gauge<'consumer' | 'source'>;
  readonly waiting: Gauge<'consumer'>;
  readonly parked: Gauge<'consumer'>;
  readonly deadlinesOpen: Gauge;
  readonly rungsFired: Counter<'name' | 'rung'>;

  constructor(service: string) {
    const registers = [this.registry];
    this.registry.setDefaultLabels({ service });
    const make = { registers };
    this.commands = new Counter({
      name: 'xuncha_calls_total',
      help: 'Commands and queries by outcome',
      labelNames: ['contract', 'outcome'],
      ...make,
    });
    this.callSeconds = new Histogram({
      name: 'xuncha_call_seconds',
      help: 'Time to answer',
      labelNames: ['contract'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      ...make,
    });
    this.inFlight = new Gauge({ name: 'xuncha_calls_in_flight', help: 'Calls being handled now', ...make });
    this.journalBacklog = new Gauge({
      name: 'xuncha_journal_backlog',
      help: 'Journal rows not yet published',
      ...make,
    });
    this.relayLagSeconds = new Gauge({
      name: 'xuncha_relay_lag_seconds',
      help: 'Age of the oldest unpublished journal row',
      ...make,
    });
    this.relayLeader = new Gauge({
      name: 'xuncha_relay_leader',
      help: '1 where this replica seals and publishes',
      ...make,
    });
    this.streamRefills = new Counter({
      name: 'xuncha_stream_refills_total',
      help: 'Times the stream was made again after loss',
      ...make,
    });
    this.consumed = new Counter({
      name: 'xuncha_events_consumed_total',
      help: 'Events by what became of them',
      labelNames: ['consumer', 'outcome'],
      ...make,
    });
    this.consumerLag = new Gauge({
      name: 'xuncha_consumer_lag',
      help: 'Events published and not yet applied',
      labelNames: ['consumer', 'source'],
      ...make,
    });
    this.waiting = new Gauge({
      name: 'xuncha_events_waiting',
      help: 'Events that wait for an earlier version',
      labelNames: ['consumer'],
      ...make,
    });
    this.parked = new Gauge({
      name: 'xuncha_events_parked',
      help: 'Events parked with an error',
      labelNames: ['consumer'],
      ...make,
    });
    this.deadlinesOpen = new Gauge({ name: 'xuncha_deadlines_open', help: 'Deadlines not met yet', ...make });
    this.rungsFired = new Counter({
      name: 'xuncha_deadline_rungs_total',
      help: 'Rungs fired',
      labelNames: ['name', 'rung'],
      ...make,
    });
  }
}
