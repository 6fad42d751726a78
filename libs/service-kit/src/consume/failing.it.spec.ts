import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '@xuncha/domain-kit';
import { EffectsUnderTest, eventually, type SourceUnderTest } from '@xuncha/testing';
import type { Envelope } from '../envelope.js';
import { Consumers } from './consumers.js';
import { Operator } from './operator.js';

let under: EffectsUnderTest;
let source: SourceUnderTest;
let consumers: Consumers;
/** What a listener does before its effect; each test breaks it in its own way. */
let before: (event: Envelope) => void;
let calls: Envelope[];

beforeEach(async () => {
  under = new EffectsUnderTest();
  source = await under.source();
  await source.make();
  before = () => undefined;
  calls = [];
  const runtime = await under.replica();
  consumers = new Consumers(runtime, [
    {
      consumer: 'main',
      type: 'source.record.changed',
      handle: async (event, manager) => {
        calls.push(event);
        await under.write(event, manager);
        before(event);
      },
    },
  ]);
  consumers.start();
});
afterEach(async () => {
  await consumers.stop();
  await (await source.manager()).streams.delete(source.stream);
  await under.close();
});

const eventuallyVersions = (of: string, expected: readonly number[]) =>
  under.eventuallyVersions(source.id(of), expected);
const attempts = (version: number) => calls.filter((event) => event.version === version).length;
const held = () =>
  under.rows<{ version: number; state: string; error: string | null; attempts: number }>(
    'SELECT version, state, error, attempts FROM held ORDER BY version',
  );
const parked = () =>
  eventually(async () => {
    const rows = await held();
    return rows[0]?.state === 'parked' && rows;
  });
async function operator(): Promise<Operator> {
  return new Operator((await under.replica()).nats, under.config.prefix);
}
function poison(version: number): void {
  before = (event) => {
    if (event.aggregateId === source.id('bad') && event.version === version)
      throw new Error(`cannot understand ${String(event.body.remark)}`);
  };
}

describe('a version that fails for good', () => {
  it('is parked with its error and holds back its own aggregate alone, also when it arrives again', async () => {
    poison(2);
    await source.publish(
      { of: 'good', version: 1 },
      { of: 'bad', version: 1 },
      { of: 'bad', version: 2, body: { remark: 'a remark' } },
      { of: 'bad', version: 3 },
      { of: 'good', version: 2 },
    );
    await eventuallyVersions('good', [1, 2]);
    await eventuallyVersions('bad', [1]);
    const [second, third] = await parked();
    expect(second).toMatchObject({ version: 2, state: 'parked', attempts: 3 });
    expect(third).toMatchObject({ version: 3, state: 'waiting', attempts: 0 });
    const tried = attempts(2);
    await source.publish({ of: 'bad', version: 4 }, { of: 'bad', version: 2 }, { of: 'good', version: 3 });
    await eventuallyVersions('good', [1, 2, 3]);
    expect(await under.versions(source.id('bad'))).toEqual([1]);
    expect(attempts(2)).toBe(tried);
  });

  it('is applied by a replay after mending, and what waited behind it follows', async () => {
    poison(2);
    await source.publish(...[1, 2, 3, 4].map((version) => ({ of: 'bad', version })));
    await parked();
    const someone = await operator();
    const replay = () =>
      someone.ask('reader', { do: 'replay', consumer: 'main', aggregateId: source.id('bad') });
    expect(await replay()).toMatchObject({
      stillHeld: 3,
      error: expect.stringContaining('cannot understand'),
    });
    before = () => undefined;
    expect(await replay()).toEqual({ stillHeld: 0, error: null });
    await eventuallyVersions('bad', [1, 2, 3, 4]);
    await expect(replay()).rejects.toThrow('nothing is parked there');
  });

  it('is listed by every service, and what it said is shown only where somebody asks for it', async () => {
    poison(1);
    await source.publish({ of: 'bad', version: 1, body: { remark: 'a remark' } }, { of: 'bad', version: 2 });
    await parked();
    const someone = await operator();
    const place = { consumer: 'main', source: 'source', aggregateId: source.id('bad') };
    expect(await someone.held()).toMatchObject([
      { service: 'reader', held: [{ ...place, version: 1, state: 'parked', behind: 1 }] },
    ]);
    const target = { do: 'show' as const, consumer: 'main', aggregateId: source.id('bad') };
    const [plain] = await someone.ask('reader', { ...target, withBody: false });
    expect(plain).toMatchObject({ version: 1, event: { type: 'source.record.changed' } });
    expect(plain!.error).toContain('Error: cannot understand …');
    expect(JSON.stringify(plain)).not.toContain('a remark');
    const [full] = await someone.ask('reader', { ...target, withBody: true });
    expect(full!.event.body).toEqual({ remark: 'a remark' });
  });
});

describe('a failure that passes by itself', () => {
  it('is retried until it succeeds and never parked, while other aggregates go on', async () => {
    let down = true;
    before = (event) => {
      if (down && event.aggregateId === source.id('bad'))
        throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    };
    await source.publish({ of: 'bad', version: 1 }, { of: 'bad', version: 2 }, { of: 'good', version: 1 });
    await eventuallyVersions('good', [1]);
    await eventually(() => attempts(1) > 5);
    expect(await held()).toMatchObject([
      { version: 1, state: 'waiting', attempts: 0 },
      { version: 2, state: 'waiting', attempts: 0 },
    ]);
    down = false;
    await eventuallyVersions('bad', [1, 2]);
    expect(await held()).toEqual([]);
  });

  it('such as a record that another event has still to bring is waited for', async () => {
    before = (event) => {
      if (
        event.aggregateId === source.id('item') &&
        !calls.some((call) => call.aggregateId === source.id('case'))
      )
        throw new DomainError('record.unknown', { id: source.id('case') });
    };
    await source.publish({ of: 'item', version: 1 });
    await eventually(() => attempts(1) > 3);
    expect(await held()).toMatchObject([{ version: 1, state: 'waiting', attempts: 0 }]);
    await source.publish({ of: 'case', version: 1 });
    await eventuallyVersions('item', [1]);
  });

  it('such as a deadlock is retried at once', async () => {
    let deadlocks = 2;
    before = () => {
      if (deadlocks-- > 0) throw Object.assign(new Error('deadlock'), { code: 'ER_LOCK_DEADLOCK' });
    };
    await source.publish({ of: 'a', version: 1 });
    await eventuallyVersions('a', [1]);
    expect(calls).toHaveLength(3);
  });
});

describe('a message that is no event', () => {
  it('is passed over', async () => {
    const { nats } = await under.replica();
    await nats.request(`${under.config.prefix}.source.330381.record.changed`, 'nonsense');
    await source.publish({ of: 'a', version: 1 });
    await eventuallyVersions('a', [1]);
  });
});

describe('an operation that makes no sense', () => {
  it('is answered with what is wrong with it, and the service goes on', async () => {
    const asked = (await operator()).ask('reader', {
      do: 'replay',
      consumer: 'main',
      aggregateId: 'nonsense',
    });
    await expect(asked).rejects.toThrow('aggregateId');
    await source.publish({ of: 'a', version: 1 });
    await eventuallyVersions('a', [1]);
  });
});
