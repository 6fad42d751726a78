import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EffectsUnderTest, eventually, type SourceUnderTest } from '@xuncha/testing';
import { Consumers, type ConsumersOptions } from './consumers.js';

import type { Listener } from './listener.js';
import { Operator } from './operator.js';

let under: EffectsUnderTest;
let source: SourceUnderTest;
const running: Consumers[] = [];

beforeEach(async () => {
  under = new EffectsUnderTest();
  source = await under.source();
  await source.make();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((consumers) => consumers.stop()));
  await (await source.manager()).streams.delete(source.stream);
  await under.close();
});

const listener: Listener = {
  consumer: 'figures',
  type: 'source.record.changed',
  handle: (event, manager) => under.write(event, manager),
};
async function instance(options: ConsumersOptions = { projections: { figures: ['effect'] } }) {
  const consumers = new Consumers(await under.replica(), [listener], options);
  running.push(consumers);
  consumers.start();
  return consumers;
}
const upTo = (version: number) => Array.from({ length: version }, (_, index) => index + 1);
const eventuallyVersions = (of: string, expected: readonly number[]) =>
  under.eventuallyVersions(source.id(of), expected);
async function operator(): Promise<Operator> {
  return new Operator((await under.replica()).nats, under.config.prefix);
}
describe('a rebuilt projection', () => {
  it('equals the one that was read first, with two replicas and new events meanwhile', async () => {
    await Promise.all([instance(), instance()]);
    await source.publish(...upTo(300).map((n) => ({ of: `a-${n % 3}`, version: Math.ceil(n / 3) })));
    for (const a of [0, 1, 2]) await eventuallyVersions(`a-${a}`, upTo(100));
    // What a projection should not have, and what it lost.
    await under.rows('UPDATE effect SET version = 7 WHERE version > 50');
    await under.rows('DELETE FROM effect WHERE version < 20');
    const publishing = source.publish(
      ...upTo(300).map((n) => ({ of: `a-${n % 3}`, version: 100 + Math.ceil(n / 3) })),
    );
    const someone = await operator();
    expect(await someone.ask('reader', { do: 'rebuild' })).toEqual({ consumers: ['figures'] });
    await publishing;
    await eventually(async () => {
      const [standing] = await someone.ask('reader', { do: 'standing', consumer: 'figures' });
      return standing!.lag === 0 && !standing!.isClearing;
    });
    for (const a of [0, 1, 2]) await eventuallyVersions(`a-${a}`, upTo(200));
    expect(await under.rows('SELECT * FROM held')).toEqual([]);
  });

  it('asks the source for what its stream does not begin with', async () => {
    await instance();
    await source.publish(...upTo(4).map((version) => ({ of: 'a', version })));
    await eventuallyVersions('a', upTo(4));
    await eventually(
      async () => (await under.rows('SELECT 1 FROM consumer_cursor WHERE ordinal = 4')).length === 1,
    );
    await source.make(5);
    const { nats } = await under.replica();
    const told: number[] = [];
    nats.subscribe(`${under.config.prefix}-progress.source`, {
      callback: (_error, message) => void told.push(message.json<{ ordinal: number }>().ordinal),
    });
    await (await operator()).ask('reader', { do: 'rebuild', consumer: 'figures' });
    await eventually(() => told.includes(0));
    expect(await under.rows('SELECT * FROM effect')).toEqual([]);
    await source.make();
    await source.publish(...upTo(4).map((version) => ({ of: 'a', version })));
    await eventuallyVersions('a', upTo(4));
  });

  it('is finished by another instance where the first one died while clearing', async () => {
    const first = await instance();
    await source.publish(...upTo(3).map((version) => ({ of: 'a', version })));
    await eventuallyVersions('a', upTo(3));
    await first.stop();
    await under.rows('UPDATE consumer_cursor SET clearing = TRUE, generation = generation + 1, ordinal = 0');
    await under.rows('DELETE FROM effect LIMIT 1');
    await instance();
    await eventuallyVersions('a', upTo(3));
  });

  it('is refused where the consumer is no projection: what it did cannot be done again', async () => {
    await instance({});
    const asked = (await operator()).ask('reader', { do: 'rebuild', consumer: 'figures' });
    await expect(asked).rejects.toThrow('no projection');
    expect(await under.rows('SELECT * FROM consumer_cursor WHERE clearing')).toEqual([]);
  });
});

describe('a source restored from a backup', () => {
  const accepted = () => under.rows<{ epoch: number }>('SELECT epoch FROM consumer_cursor');

  it('is not heard until somebody accepts its new epoch', async () => {
    await Promise.all([instance(), instance()]);
    await source.publish({ of: 'a', version: 1 }, { of: 'a', version: 2 });
    await eventuallyVersions('a', [1, 2]);
    await source.publish({ of: 'a', version: 3, epoch: 2 }, { of: 'b', version: 1, epoch: 2 });
    const someone = await operator();
    const place = { consumer: 'figures', source: 'source', epoch: 2 };
    await eventually(async () =>
      (await someone.held())[0]!.refused.some(({ epoch }) => epoch === place.epoch),
    );
    expect(await under.versions(source.id('a'))).toEqual([1, 2]);
    expect(await under.versions(source.id('b'))).toEqual([]);
    expect(await under.rows('SELECT * FROM held')).toEqual([]);
    expect(await someone.ask('reader', { do: 'accept-epoch', ...place })).toEqual({ isChanged: true });
    await eventuallyVersions('a', [1, 2, 3]);
    await eventuallyVersions('b', [1]);
    expect(await someone.ask('reader', { do: 'accept-epoch', ...place })).toEqual({ isChanged: false });
  });

  it('is heard without asking by a consumer that has never heard it before, in all its epochs', async () => {
    await source.publish({ of: 'a', version: 1 }, { of: 'a', version: 2, epoch: 2 });
    await instance();
    await eventuallyVersions('a', [1, 2]);
    expect(await accepted()).toEqual([{ epoch: 2 }]);
  });

  it('is heard in the epoch of its first event where its stream was empty', async () => {
    await instance();
    await eventually(async () => (await source.manager()).consumers.list(source.stream).next());
    await source.publish({ of: 'a', version: 1, epoch: 4 });
    await eventuallyVersions('a', [1]);
    expect(await accepted()).toEqual([{ epoch: 4 }]);
  });
});
