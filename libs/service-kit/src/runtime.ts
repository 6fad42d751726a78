/** What every part of the kit in one service instance shares. */
import type { NatsConnection } from '@nats-io/transport-node';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from './config.js';
import { ContentStore } from './content/content-store.js';
import { secretFile } from './crypto/key-files.js';
import type { Metrics } from './metrics.js';
import { Vault } from './sealing/vault.js';

/** Core-NATS subject on which commits call the relay of a service, whichever replica leads. */
export const wakeSubject = (prefix: string, service: string) => `${prefix}-wake.${service}`;

export class Runtime {
  /** Grows when the service is restored from a backup; part of every event (architecture.md, Restore). */
  epoch = 1;
  readonly vault: Vault;
  readonly contents: ContentStore;
  readonly cursorKey: Buffer;
  private wakeQueued = false;

  constructor(
    readonly service: string,
    readonly config: Config,
    readonly connections: { readonly db: DataSource; readonly nats: NatsConnection },
    readonly watch: { readonly log: Logger; readonly metrics: Metrics },
  ) {
    this.vault = new Vault(config.keyFolder);
    this.contents = new ContentStore(config);
    this.cursorKey = secretFile(config.keyFolder, 'cursor.key');
  }

  get db(): DataSource {
    return this.connections.db;
  }
  get nats(): NatsConnection {
    return this.connections.nats;
  }
  get log(): Logger {
    return this.watch.log;
  }
  get metrics(): Metrics {
    return this.watch.metrics;
  }
  get wakeSubject(): string {
    return wakeSubject(this.config.prefix, this.service);
  }

  /** To be called after a commit that wrote the journal. A lost ping costs one poll interval, nothing else. */
  committed(): void {
    if (this.wakeQueued) return;
    this.wakeQueued = true;
    setImmediate(() => {
      this.wakeQueued = false;
      if (!this.nats.isClosed()) this.nats.publish(this.wakeSubject);
    });
  }
}
