import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  EffectsUnderTest,
  eventually,
  startOwnBroker,
  type OwnBroker,
  type SourceUnderTest,
} from '@xuncha/testing';
import type { Runtime } from '../runtime.js';
import { Consumers } from './consumers.js';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let broker: OwnBroker;
let under: EffectsUnderTest;
let source: SourceUnderTest;
let runtime: Runtime;
let consumers: Consumers;

beforeAll(async () => {
  broker = await startOwnBroker();
});
afterAll(() => broker.destroy());
beforeEach(async () => {
  under = new EffectsUnderTest({ XC_NATS_URL: broker.url });
  source = await under.source();
  runtime = await under.replica();
  consumers = new Consumers(runtime, [
    { consumer: 'main', type: 'source.record.changed', handle: under.write },
  ]);
});
afterEach(async () => {
  await consumers.stop();
  await under.close();
});

const upTo = (version: number) => Array.from({ length: version }, (_, index) => index + 1);
const publish = (from: number, to: number) =>
  source.publish(
    ...upTo(to)
      .slice(from - 1)
      .map((version) => ({ of: 'a', version })),
  );
const eventuallyUpTo = (version: number) => under.eventuallyVersions(source.id('a'), upTo(version));
/** The broker holds nothing back for us any more. */
const eventuallyAcknowledged = () =>
  eventually(async () => {
    const [durable] = await (await source.manager()).consumers.list(source.stream).next();
    return durable && durable.num_pending + durable.num_ack_pending === 0;
  });
const told = () => {
  const ordinals: number[] = [];
  runtime.nats.subscribe(`${under.config.prefix}-progress.source`, {
    callback: (_error, message) => {
      ordinals.push(message.json<{ ordinal: number }>().ordinal);
      message.respond('{}');
    },
  });
  return ordinals;
};

describe('a consumer whose stream', () => {
  it('is not there yet begins when it comes', async () => {
    consumers.start();
    await eventually(async () => (await under.rows('SELECT * FROM consumer_cursor')).length === 1);
    await source.make();
    await publish(1, 3);
    await eventuallyUpTo(3);
  });

  it('was deleted and made again goes on with what is new and repeats nothing', async () => {
    await source.make();
    consumers.start();
    await publish(1, 3);
    await eventuallyUpTo(3);
    await source.make();
    await publish(1, 5);
    await eventuallyUpTo(5);
    await eventuallyAcknowledged();
    await eventuallyUpTo(5);
  });

  it('regressed to fewer events is not stalled', async () => {
    await source.make();
    consumers.start();
    await publish(1, 10);
    await eventuallyUpTo(10);
    await source.make();
    await publish(1, 4);
    await eventuallyAcknowledged();
    await publish(5, 12);
    await eventuallyUpTo(12);
  });

  it('was cleared of copies that somebody had put at its end claims no more than it then reads', async () => {
    const ordinals = told();
    await source.make();
    consumers.start();
    await publish(1, 3);
    await publish(1, 3);
    await eventually(() => ordinals.at(-1) === 6);
    await source.make(4);
    await publish(4, 5);
    await eventuallyUpTo(5);
    await eventually(() => ordinals.at(-1) === 5);
  });

  it('begins after what it needs asks for it and reads nothing meanwhile', async () => {
    const ordinals = told();
    await source.make(5);
    await publish(5, 8);
    consumers.start();
    await eventually(() => ordinals.length > 2);
    expect(new Set(ordinals)).toEqual(new Set([0]));
    expect(await under.rows('SELECT * FROM held')).toEqual([]);
    await source.make();
    await publish(1, 8);
    await eventuallyUpTo(8);
    await eventually(() => ordinals.at(-1) === 8);
  });

  it('begins where it stopped needs nothing from before', async () => {
    await source.make();
    consumers.start();
    await publish(1, 4);
    await eventuallyUpTo(4);
    await eventually(
      async () => (await under.rows('SELECT 1 FROM consumer_cursor WHERE ordinal = 4')).length === 1,
    );
    const ordinals = told();
    await source.make(5);
    await publish(5, 8);
    await eventuallyUpTo(8);
    await eventually(() => ordinals.at(-1) === 8);
    expect(Math.min(...ordinals)).toBeGreaterThanOrEqual(4);
  });
});

describe('a consumer whose service', () => {
  it('now listens to one more aggregate reads the source from its beginning', async () => {
    await source.make();
    consumers.start();
    await publish(1, 3);
    await source.publish({ of: 'other', version: 1, type: 'thing.made' });
    await eventuallyUpTo(3);
    await eventually(
      async () => (await under.rows('SELECT 1 FROM consumer_cursor WHERE ordinal = 4')).length === 1,
    );
    await consumers.stop();
    consumers = new Consumers(runtime, [
      { consumer: 'main', type: 'source.record.changed', handle: under.write },
      { consumer: 'main', type: 'source.thing.made', handle: under.write },
    ]);
    consumers.start();
    await eventually(async () => (await under.versions(source.id('other'))).length === 1);
    await eventuallyUpTo(3);
  });

  it('was restored from a backup reads again what it had acknowledged after it', async () => {
    await source.make();
    consumers.start();
    await publish(1, 3);
    await eventuallyUpTo(3);
    await eventuallyAcknowledged();
    await consumers.stop();
    // As after a restore: the effects are not there any more, and the service is in another epoch.
    await under.rows('DELETE FROM effect');
    await under.rows('DELETE FROM applied');
    await under.rows('UPDATE consumer_cursor SET ordinal = 0');
    runtime.epoch += 1;
    consumers = new Consumers(runtime, [
      { consumer: 'main', type: 'source.record.changed', handle: under.write },
    ]);
    consumers.start();
    await eventuallyUpTo(3);
  });
});

describe('a consumer whose broker', () => {
  it('is killed and comes back goes on within seconds', async () => {
    await source.make();
    consumers.start();
    await publish(1, 3);
    await eventuallyUpTo(3);
    await broker.kill();
    await broker.start();
    await eventually(() => publish(4, 6).then(() => true), 20_000);
    await eventuallyUpTo(6);
  });

  it('is put back to older files reads what is published from there on', async () => {
    const [store, copy] = [join(broker.folder, 'store'), join(broker.folder, 'older')];
    await source.make();
    consumers.start();
    await publish(1, 4);
    await eventuallyUpTo(4);
    await eventuallyAcknowledged();
    await broker.stop();
    cpSync(store, copy, { recursive: true });
    await broker.start();
    await eventually(() => publish(5, 9).then(() => true), 20_000);
    await eventuallyUpTo(9);
    await broker.kill();
    rmSync(store, { recursive: true });
    cpSync(copy, store, { recursive: true });
    await broker.start();
    // What stood at 5 to 9 is lost; the relay would notice and fill the stream again, another writer would go on at 5.
    await eventually(() => publish(5, 12).then(() => true), 20_000);
    await eventuallyUpTo(12);
    await eventuallyAcknowledged();
  });
});
