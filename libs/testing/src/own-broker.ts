/** A broker of one test's own, for tests that end it, restart it or rob it of what it stored. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OwnBroker {
  /** As its administrator. */
  readonly url: string;
  readonly folder: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Ends it and deletes all it had. */
  destroy(): Promise<void>;
}

/** Beside its administrator it knows the users given. */
export async function startOwnBroker(users: readonly object[] = []): Promise<OwnBroker> {
  const { ManagedServer } = await tool('servers/managed.mjs');
  const { nats, setBrokerUsers } = await tool('servers/nats.mjs');
  const { throwAwayPort } = await tool('lib/ports.mjs');
  const broker = new ManagedServer(nats, mkdtempSync(join(tmpdir(), 'xuncha-broker-')));
  await setBrokerUsers(broker, users);
  await broker.start({ usualPort: await throwAwayPort() });
  return broker;
}

/** The tools are plain modules outside of every package. */
export function tool(path: string): Promise<any> {
  return import(new URL(`../../../tools/${path}`, import.meta.url).href);
}
