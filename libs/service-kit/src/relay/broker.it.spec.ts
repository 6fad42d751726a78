import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { jetstreamManager } from '@nats-io/jetstream';
import {
  eventually,
  JOURNAL_SERVICE,
  JournalUnderTest,
  startOwnBroker,
  writeRows,
  type OwnBroker,
} from '@xuncha/testing';
import { streamName } from '../envelope.js';
import type { Runtime } from '../runtime.js';
import { Relay } from './relay.js';

let broker: OwnBroker;
let journal: JournalUnderTest;
let runtime: Runtime;
let relay: Relay;

beforeAll(async () => {
  broker = await startOwnBroker();
});
afterAll(() => broker.destroy());

beforeEach(async () => {
  journal = new JournalUnderTest({ XC_NATS_URL: broker.url });
  runtime = await journal.replica();
  relay = new Relay(runtime);
  await relay.start();
  await write(300);
  await whole(300);
});
afterEach(async () => {
  await relay.stop();
  await journal.close();
});

async function write(rows: number): Promise<void> {
  await writeRows(runtime.db, { rows });
  runtime.committed();
}
/** Waits until the stream holds all ordinals from 1 to `last`. */
async function whole(last: number): Promise<void> {
  const jsm = await jetstreamManager(runtime.nats, { checkAPI: false, timeout: 500 });
  const name = streamName(journal.config.prefix, JOURNAL_SERVICE);
  await eventually(async () => {
    const { first_seq, last_seq, messages } = (await jsm.streams.info(name)).state;
    if (first_seq === 1 && last_seq === last && messages === last) return true;
    throw new Error(`${messages} messages from ${first_seq} to ${last_seq}`);
  }, 30_000);
}
async function refills(): Promise<number> {
  return (await runtime.metrics.streamRefills.get()).values[0]?.value ?? 0;
}
const store = () => join(broker.folder, 'store');
const copy = () => join(broker.folder, 'older-copy');

describe('a broker that fails', () => {
  it('a broker that was killed and started again has every event once, and the stream is the same', async () => {
    await broker.kill();
    await write(50);
    await broker.start();
    await whole(350);
    expect(await refills()).toBe(0);
  });

  it('sealing goes on while the broker is away', async () => {
    await broker.kill();
    await write(50);
    await eventually(async () => {
      const [row] = await journal.rows<{ n: number }>('SELECT COUNT(*) AS n FROM seal');
      return row!.n === 350;
    }, 30_000);
    await broker.start();
    await whole(350);
  });

  it('a broker that lost all its files is filled again', async () => {
    await broker.kill();
    rmSync(store(), { recursive: true });
    await write(50);
    await broker.start();
    await whole(350);
    expect(await refills()).toBe(1);
  });

  it('a broker put back to an older copy of its files is filled again', async () => {
    await broker.stop();
    cpSync(store(), copy(), { recursive: true });
    await broker.start();
    await write(700);
    await whole(1000);
    await broker.kill();
    rmSync(store(), { recursive: true });
    cpSync(copy(), store(), { recursive: true });
    await broker.start();
    await whole(1000);
    expect(await refills()).toBe(1);
  });
});
