/** What changes in a site, heard as the services publish it; listened to only while somebody watches that site. */
import { Injectable } from '@nestjs/common';
import type { Subscription } from '@nats-io/transport-node';
import { Services } from '../services.js';
import { changeIn, type Change } from './change.js';

type Watcher = (change: Change) => void;

@Injectable()
export class Changes {
  private readonly sites = new Map<string, { subscription: Subscription; watchers: Set<Watcher> }>();

  constructor(private readonly services: Services) {}

  /** Answers how to stop watching. */
  watch(site: string, watcher: Watcher): () => void {
    const watched = this.sites.get(site) ?? this.begin(site);
    watched.watchers.add(watcher);
    return () => {
      watched.watchers.delete(watcher);
      if (watched.watchers.size > 0 || this.sites.get(site) !== watched) return;
      watched.subscription.unsubscribe();
      this.sites.delete(site);
    };
  }

  private begin(site: string) {
    const { nats, prefix } = this.services;
    const watchers = new Set<Watcher>();
    const subscription = nats.subscribe(`${prefix}.*.${site}.>`, {
      callback: (error, message) => {
        const change = error ? undefined : changeIn(message.subject, message.data);
        if (change) for (const watcher of watchers) watcher(change);
      },
    });
    const begun = { subscription, watchers };
    this.sites.set(site, begun);
    return begun;
  }
}
