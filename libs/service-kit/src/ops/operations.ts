/** What operations ask of one running instance over core NATS: is it healthy, and its metrics. Every replica answers for itself. */
import type { Subscription } from '@nats-io/transport-node';
import type { Runtime } from '../runtime.js';

export interface Health {
  readonly service: string;
  readonly instance: string;
  readonly ok: boolean;
  readonly database: boolean;
  readonly broker: boolean;
  readonly parked: number;
  readonly waiting: number;
  readonly memoryMb: number;
}

export const healthSubject = (prefix: string) => `${prefix}-ops.health`;
export const metricsSubject = (prefix: string) => `${prefix}-ops.metrics`;

export class Operations {
  private subscriptions: Subscription[] = [];

  constructor(private readonly runtime: Runtime) {}

  start(): void {
    const { nats, config, metrics } = this.runtime;
    this.subscriptions = [
      nats.subscribe(healthSubject(config.prefix), {
        callback: (error, message) => {
          if (!error) void this.health().then((health) => message.respond(JSON.stringify(health)));
        },
      }),
      nats.subscribe(metricsSubject(config.prefix), {
        callback: (error, message) => {
          if (!error) void metrics.text().then((text) => message.respond(text));
        },
      }),
    ];
  }

  stop(): void {
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }

  private async health(): Promise<Health> {
    const { runtime } = this;
    const counts = await this.heldCounts().catch(() => null);
    return {
      service: runtime.service,
      instance: String(process.pid),
      ok: counts !== null && !runtime.nats.isClosed(),
      database: counts !== null,
      broker: !runtime.nats.isClosed(),
      parked: counts?.parked ?? 0,
      waiting: counts?.waiting ?? 0,
      memoryMb: Math.round(process.memoryUsage().rss / 1_048_576),
    };
  }

  private async heldCounts(): Promise<{ parked: number; waiting: number }> {
    const rows = (await this.runtime.db.query('SELECT state, COUNT(*) AS n FROM held GROUP BY state')) as {
      state: 'parked' | 'waiting';
      n: number | string;
    }[];
    const count = (state: string) => Number(rows.find((row) => row.state === state)?.n ?? 0);
    return { parked: count('parked'), waiting: count('waiting') };
  }
}
