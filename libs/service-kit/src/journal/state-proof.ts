/** Proves on request, over core NATS, that every row of this service is what its journal left; any replica answers for all. */
import type { Subscription } from '@nats-io/transport-node';
import type { EntityManager } from 'typeorm';
import type { AggregateRow } from '../store/columns.js';
import type { Store } from '../store/store.js';
import type { Runtime } from '../runtime.js';
import type { Reads } from './verify-chain.js';
import { verifyState } from './verify-state.js';

export type AnyStore = Store<{ readonly id: string }, AggregateRow>;
export type StateReport = Awaited<ReturnType<typeof verifyState>>;
export interface StateFailure {
  readonly error: string;
}

export const stateSubject = (prefix: string, service: string) => `${prefix}-ops.state.${service}`;

export class StateProof {
  private subscription: Subscription | undefined;

  constructor(
    private readonly runtime: Runtime,
    private readonly stores: readonly AnyStore[],
  ) {}

  start(): void {
    const { nats, config, service } = this.runtime;
    this.subscription = nats.subscribe(stateSubject(config.prefix, service), {
      queue: service,
      callback: (error, message) => {
        if (error) return;
        this.prove().then(
          (report: StateReport) => message.respond(JSON.stringify(report)),
          (failure: Error) => message.respond(JSON.stringify({ error: failure.message })),
        );
      },
    });
  }

  stop(): void {
    this.subscription?.unsubscribe();
  }

  /** In one snapshot, so that what changes meanwhile does not look tampered with. */
  async prove(): Promise<StateReport> {
    const runner = this.runtime.db.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      const { manager } = runner;
      const db: Reads = { query: (sql, parameters) => manager.query(sql, parameters) };
      return await verifyState(db, ({ aggregate, site, id }) => this.rowOf(manager, aggregate, { site, id }));
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  }

  private async rowOf(manager: EntityManager, aggregate: string, { site, id }: { site: string; id: string }) {
    const store = this.stores.find(({ shape }) => shape.aggregate === aggregate);
    if (!store) throw new Error(`no store keeps ${aggregate}`);
    return store.canonicalRow(manager, site, id);
  }
}
