import { hostname } from 'node:os';
import { DomainError } from '@xuncha/domain-kit';
import { Gauge, Histogram, Registry } from 'prom-client';

/** What the gateway counts of itself. */
export class GatewayMetrics {
  readonly registry = new Registry();
  readonly viewers = new Gauge({
    name: 'xuncha_gateway_viewers',
    help: 'Open streams of server-sent events',
    registers: [this.registry],
  });
  private readonly seconds = new Histogram({
    name: 'xuncha_gateway_call_seconds',
    help: 'Time from request to the answer of the service, by contract and outcome',
    labelNames: ['contract', 'outcome'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [this.registry],
  });

  constructor() {
    this.registry.setDefaultLabels({ service: 'gateway', instance: `${hostname()}-${process.pid}` });
  }

  async timed<T>(contract: string, work: () => Promise<T>): Promise<T> {
    const stop = this.seconds.startTimer({ contract });
    try {
      const answer = await work();
      stop({ outcome: 'done' });
      return answer;
    } catch (error) {
      stop({ outcome: error instanceof DomainError ? error.code : 'failed' });
      throw error;
    }
  }
}
