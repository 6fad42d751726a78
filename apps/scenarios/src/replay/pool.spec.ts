import { expect, test } from 'vitest';
import { setImmediate as turn } from 'node:timers/promises';
import { pooled } from './pool.js';

const never = new AbortController().signal;

test('everything is done, and never more at once than allowed', async () => {
  const seen: number[] = [];
  let busy = 0;
  let most = 0;
  await pooled([1, 2, 3, 4, 5, 6, 7], { atOnce: 3, stop: never }, async (item) => {
    busy += 1;
    most = Math.max(most, busy);
    await turn();
    busy -= 1;
    seen.push(item);
  });
  expect(seen.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
});

test('after a failure nothing new is begun, and what is in hand is finished first', async () => {
  const finished: number[] = [];
  const work = async (item: number) => {
    if (item === 1) throw new Error('the first');
    await turn();
    finished.push(item);
  };
  await expect(pooled([1, 2, 3, 4], { atOnce: 2, stop: never }, work)).rejects.toThrow('the first');
  expect(finished).toEqual([2]);
});

test('a stop leaves the rest undone and says so', async () => {
  const stop = new AbortController();
  const begun: number[] = [];
  const work = async (item: number) => {
    begun.push(item);
    if (item === 2) stop.abort();
    await turn();
  };
  await expect(pooled([1, 2, 3, 4], { atOnce: 1, stop: stop.signal }, work)).rejects.toThrow(/abort/i);
  expect(begun).toEqual([1, 2]);
});
