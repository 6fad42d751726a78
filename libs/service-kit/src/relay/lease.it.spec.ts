import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { JournalUnderTest } from '@xuncha/testing';
import type { DataSource } from 'typeorm';
import { Lease, LeaseLost } from './lease.js';

let journal: JournalUnderTest;
let first: DataSource;
let second: DataSource;
let name: string;

beforeAll(async () => {
  journal = new JournalUnderTest();
  first = (await journal.replica()).db;
  second = (await journal.replica()).db;
});
afterAll(() => journal.close());
beforeEach(() => {
  name = `lease-${Math.random()}`;
});

const runOut = () => journal.rows('UPDATE lease SET expires_at = UTC_TIMESTAMP(6) WHERE name = ?', [name]);
const nothing = async () => undefined;

describe('the lease of the leader', () => {
  it('one replica leads, the others do not', async () => {
    const [a, b] = [new Lease(first, name), new Lease(second, name)];
    const taken = await Promise.all([a.take(), b.take()]);
    expect(taken.filter(Boolean)).toHaveLength(1);
    await Promise.all([a.giveBack(), b.giveBack()]);
  });

  it('a leader whose lease ran out while it was paused cannot commit, although nobody told it', async () => {
    const [paused, next] = [new Lease(first, name), new Lease(second, name)];
    expect(await paused.take()).toBe(true);
    await paused.hold(nothing);
    await runOut();
    await expect(paused.hold(nothing)).rejects.toThrow(LeaseLost);
    expect(await next.take()).toBe(true);
    await expect(paused.hold(nothing)).rejects.toThrow(LeaseLost);
    await Promise.all([paused.giveBack(), next.giveBack()]);
  });

  it('a leader that is in a transaction when its lease would run out keeps it, and whoever wants it waits', async () => {
    const [leader, next] = [new Lease(first, name), new Lease(second, name)];
    await leader.take();
    await journal.rows(
      'UPDATE lease SET expires_at = UTC_TIMESTAMP(6) + INTERVAL 0.2 SECOND WHERE name = ?',
      [name],
    );
    const order: string[] = [];
    let taking: Promise<unknown> | undefined;
    await leader.hold(async (manager) => {
      await manager.query('DO SLEEP(0.3)');
      taking = next.take().then((taken) => order.push(`taken: ${taken}`));
      await manager.query('DO SLEEP(0.3)');
      order.push('committed');
    });
    await taking;
    expect(order).toEqual(['committed', 'taken: false']);
    await Promise.all([leader.giveBack(), next.giveBack()]);
  });

  it('a lease handed back is free at once', async () => {
    const [a, b] = [new Lease(first, name), new Lease(second, name)];
    await a.take();
    expect(await b.take()).toBe(false);
    await a.giveBack();
    expect(await b.take()).toBe(true);
    await b.giveBack();
  });

  it('a replica that lost its connection takes its own lease again, with a higher fence', async () => {
    const lease = new Lease(first, name);
    await lease.take();
    const [before] = await journal.rows<{ fence: number }>('SELECT fence FROM lease WHERE name = ?', [name]);
    await journal.endSessions();
    await expect(lease.hold(nothing)).rejects.toThrow(/connection|socket/i);
    expect(await lease.take()).toBe(true);
    const [after] = await journal.rows<{ fence: number }>('SELECT fence FROM lease WHERE name = ?', [name]);
    expect(after!.fence).toBe(before!.fence + 1);
    await lease.giveBack();
  });
});
