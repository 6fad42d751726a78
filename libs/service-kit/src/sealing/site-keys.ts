/** Answers whoever rotates a site's key: which versions this replica can use, which one counts, how far wrapping anew has come. */
import type { Msg, Subscription } from '@nats-io/transport-node';
import type { Runtime } from '../runtime.js';
import { Rewrap } from './rewrap.js';
import {
  replicasSubject,
  Site,
  SiteKeyControl,
  siteKeySubject,
  type Holding,
  type Standing,
} from './rotation-protocol.js';

export class SiteKeys {
  private subscriptions: Subscription[] = [];
  private readonly rewrap: Rewrap;

  constructor(private readonly runtime: Runtime) {
    this.rewrap = new Rewrap(runtime);
  }

  start(): void {
    const { config, service } = this.runtime;
    this.subscriptions = [
      this.answer(replicasSubject(config.prefix), (message) => this.holding(Site.parse(message.json()))),
      this.answer(
        siteKeySubject(config.prefix, service),
        (message) => this.obey(SiteKeyControl.parse(message.json())),
        service,
      ),
    ];
    this.rewrap.start();
  }

  async stop(): Promise<void> {
    for (const subscription of this.subscriptions) subscription.unsubscribe();
    await this.rewrap.stop();
  }

  private answer(subject: string, work: (message: Msg) => Promise<unknown>, queue?: string): Subscription {
    return this.runtime.nats.subscribe(subject, {
      ...(queue ? { queue } : {}),
      callback: (error, message) => {
        if (!error) void this.reply(message, work);
      },
    });
  }

  /** Never throws: what a callback throws would end the connection of the whole service. */
  private async reply(message: Msg, work: (message: Msg) => Promise<unknown>): Promise<void> {
    const answer = await work(message).catch((failure: Error) => {
      this.runtime.log.warn({ subject: message.subject, reason: failure.message }, 'operation failed');
      return { error: failure.message };
    });
    if (!this.runtime.nats.isClosed()) message.respond(JSON.stringify(answer));
  }

  private async holding({ site }: { site: string }): Promise<Holding> {
    const versions = await this.runtime.vault.wrapper.versions(site);
    return { service: this.runtime.service, instance: String(process.pid), versions };
  }

  private async obey(control: SiteKeyControl): Promise<Standing> {
    const { db } = this.runtime;
    if (control.do === 'use') {
      // Waits for every act that is still wrapping by the version before.
      await db.query(
        `INSERT INTO site_key VALUES (?, ?) ON DUPLICATE KEY UPDATE version = GREATEST(version, VALUES(version))`,
        [control.site, control.version],
      );
    }
    const [current] = (await db.query('SELECT version FROM site_key WHERE site = ?', [control.site])) as {
      version: number;
    }[];
    const version = current?.version ?? null;
    const [counted] = (await db.query(
      'SELECT COUNT(*) AS `keys`, COUNT(CASE WHEN version < ? THEN 1 END) AS `left` FROM record_key WHERE site = ?',
      [version ?? 0, control.site],
    )) as Record<'keys' | 'left', number | string>[];
    return { version, keys: Number(counted!.keys), left: Number(counted!.left) };
  }
}
