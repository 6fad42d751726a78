import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EffectsUnderTest, eventually, type SourceUnderTest, type Told } from '@xuncha/testing';
import type { Runtime } from '../runtime.js';
import { Consumers, type ConsumersOptions } from './consumers.js';
import type { Listener } from './listener.js';

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

const listener = (): Listener => ({ consumer: 'main', type: 'source.record.changed', handle: under.write });

/** One more instance of the service. */
async function instance(options: ConsumersOptions = {}, listeners = [listener()], on?: Runtime) {
  const runtime = on ?? (await under.replica());
  const consumers = new Consumers(runtime, listeners, options);
  running.push(consumers);
  consumers.start();
  return { runtime, consumers };
}
const versions = (of: string) => under.versions(source.id(of));
const eventuallyVersions = (of: string, expected: readonly number[]) =>
  under.eventuallyVersions(source.id(of), expected);
const upTo = (version: number) => Array.from({ length: version }, (_, index) => index + 1);
/** All versions of several aggregates, shuffled the same way every time. */
function shuffled(aggregates: number, versions: number): Told[] {
  const all = upTo(aggregates).flatMap((a) =>
    upTo(versions).map((version) => ({ of: `shuffled-${a}`, version })),
  );
  let state = 42;
  const chance = () => (state = (state * 1103515245 + 12345) % 2 ** 31);
  return all
    .map((told) => ({ told, key: chance() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ told }) => told);
}

describe('a listener', () => {
  it('has one effect of an event that arrives twice, also months later', async () => {
    await instance();
    await source.publish({ of: 'a', version: 1 }, { of: 'a', version: 1 }, { of: 'a', version: 2 });
    await source.publish({ of: 'a', version: 1 }, { of: 'a', version: 2 }, { of: 'end', version: 1 });
    await eventuallyVersions('end', [1]);
    expect(await versions('a')).toEqual([1, 2]);
  });

  it('sees versions in order although they arrive in the wrong order; what is early waits and is no failure', async () => {
    await instance();
    await source.publish({ of: 'a', version: 3 }, { of: 'a', version: 2 }, { of: 'b', version: 1 });
    await eventuallyVersions('b', [1]);
    expect(await versions('a')).toEqual([]);
    expect(await under.rows('SELECT version, state, attempts FROM held ORDER BY version')).toEqual([
      { version: 2, state: 'waiting', attempts: 0 },
      { version: 3, state: 'waiting', attempts: 0 },
    ]);
    expect(await under.rows('SELECT version, held FROM applied WHERE held > 0')).toEqual([
      { version: 0, held: 2 },
    ]);
    await source.publish({ of: 'a', version: 1 });
    await eventuallyVersions('a', [1, 2, 3]);
    expect(await under.rows('SELECT * FROM held')).toEqual([]);
    expect(await under.rows('SELECT * FROM applied WHERE held > 0')).toEqual([]);
  });

  it('sees versions in order in three replicas at once, whatever order they arrive in', async () => {
    const all = shuffled(10, 40);
    await source.publish(...all.slice(0, 200));
    await Promise.all([instance(), instance(), instance()]);
    await source.publish(...all.slice(200));
    for (const a of upTo(10)) await eventuallyVersions(`shuffled-${a}`, upTo(40));
    expect(await under.rows('SELECT * FROM held')).toEqual([]);
  });

  it('has one effect although two replicas run it for the same event at the same time', async () => {
    let began = 0;
    const slow: Listener = {
      ...listener(),
      handle: async (event, manager) => {
        began += 1;
        await under.write(event, manager);
        await manager.query('DO SLEEP(0.5)');
      },
    };
    await Promise.all([instance({}, [slow]), instance({}, [slow])]);
    // Different messages that carry the same versions, so that the broker gives some to each replica.
    await source.publish(...upTo(20).map(() => ({ of: 'a', version: 1 })));
    await source.publish({ of: 'a', version: 2 });
    await eventuallyVersions('a', [1, 2]);
    expect(began).toBe(2);
  });

  it('commits what it has done in time where every event takes long, and does not keep it all for one transaction', async () => {
    const slow: Listener = {
      ...listener(),
      handle: async (event, manager) => {
        await under.write(event, manager);
        await manager.query('DO SLEEP(0.1)');
      },
    };
    await source.publish(...upTo(100).map((version) => ({ of: 'a', version })));
    await instance({}, [slow]);
    const seen = new Set<number>();
    await eventually(async () => {
      const { length } = await versions('a');
      seen.add(length);
      return length === 100;
    }, 30_000);
    expect(seen.size).toBeGreaterThan(5);
  });

  it('moves past types that nobody listens to, so that the next one it knows is not kept waiting', async () => {
    const { runtime } = await instance();
    await source.publish(
      { of: 'a', version: 1 },
      { of: 'a', version: 2, type: 'record.renamed' },
      { of: 'a', version: 3 },
    );
    await eventuallyVersions('a', [1, 3]);
    expect(await under.rows('SELECT version, held FROM applied')).toEqual([{ version: 3, held: 0 }]);
    await eventually(async () => {
      const { values } = await runtime.metrics.consumed.get();
      return values.reduce((sum, { value }) => sum + value, 0) === 3;
    });
    expect((await runtime.metrics.consumed.get()).values).toMatchObject([
      { labels: { consumer: 'main', outcome: 'applied' }, value: 2 },
      { labels: { consumer: 'main', outcome: 'passed' }, value: 1 },
    ]);
  });

  it('keeps apart aggregates of two sources that happen to have the same id', async () => {
    const other = await under.source('other');
    await other.make();
    await instance({}, [listener(), { consumer: 'main', type: 'other.thing.made', handle: under.write }]);
    await source.publish({ of: 'same', version: 1 }, { of: 'same', version: 2 });
    await other.publish({ of: 'same', version: 1, type: 'thing.made' });
    await eventually(async () => (await versions('same')).length === 3);
    await (await other.manager()).streams.delete(other.stream);
  });

  it('is refused where another one of the same consumer listens to the same type', async () => {
    const runtime = await under.replica();
    expect(() => new Consumers(runtime, [listener(), listener()])).toThrow('two listeners');
  });
});

describe('an instance', () => {
  it('that crashes between commit and acknowledgement leaves one effect', async () => {
    const runtime = await under.replica();
    let isCrashed = false;
    const afterCommit = () => {
      isCrashed = true;
      void runtime.nats.close();
      throw new Error('power cut');
    };
    await instance({ faults: { afterCommit } }, [listener()], runtime);
    await source.publish({ of: 'a', version: 1 }, { of: 'a', version: 2 });
    await eventually(() => isCrashed);
    expect(await versions('a')).toContain(1);
    await instance();
    await source.publish({ of: 'a', version: 3 });
    await eventuallyVersions('a', [1, 2, 3]);
    const { consumers } = await source.manager();
    await eventually(async () => {
      const [durable] = await consumers.list(source.stream).next();
      return durable!.num_ack_pending === 0 && durable!.ack_floor.stream_seq === 3;
    });
    expect(await versions('a')).toEqual([1, 2, 3]);
  });

  it('that stops finishes what it has in hand and gives the rest to the others', async () => {
    const first = await instance();
    const told = upTo(1_000).map((n) => ({ of: `a-${n % 20}`, version: Math.ceil(n / 20) }));
    const publishing = source.publish(...told);
    await eventually(async () => (await versions('a-1')).length > 0);
    await first.consumers.stop();
    const { consumers } = await source.manager();
    await publishing;
    // The broker may still be noting the last acknowledgements.
    await eventually(async () => {
      const [left] = await consumers.list(source.stream).next();
      const [{ applied }] = (await under.rows('SELECT COUNT(*) AS applied FROM effect')) as [
        { applied: number },
      ];
      return left!.num_pending + left!.num_ack_pending === told.length - applied;
    });
    await instance();
    for (const n of upTo(20)) await eventuallyVersions(`a-${n % 20}`, upTo(50));
  });

  it('tells the source how far everything is applied, also past what it does not listen to', async () => {
    const { runtime } = await instance();
    const told: unknown[] = [];
    runtime.nats.subscribe(`${under.config.prefix}-progress.source`, {
      callback: (_error, message) => {
        told.push(message.json());
        message.respond('{}');
      },
    });
    await source.publish({ of: 'a', version: 1 }, { of: 'x', version: 1, type: 'other.made' });
    await eventually(() => told.some((each) => (each as { ordinal: number }).ordinal === 2));
    expect(told.at(-1)).toEqual({ consumer: 'reader/main', ordinal: 2 });
    expect(await under.rows('SELECT ordinal FROM consumer_cursor')).toEqual([{ ordinal: 2 }]);
  });
});
