import { expect, test } from 'vitest';
import { Pace } from './pace.js';

const after = (...took: readonly (readonly [events: number, ms: number])[]) => {
  const pace = new Pace();
  for (const [events, ms] of took) pace.took(events, ms);
  return pace.atOnce;
};

test('what is quickly done is done with ever more at once, up to two hundred', () => {
  const quick = [25, 5] as const;
  expect([after(), after(quick), after(quick, quick), after(quick, quick, quick, quick)]).toEqual([
    25, 50, 100, 200,
  ]);
});

test('a few that were quick say little of many', () => {
  expect(after([1, 0])).toBe(50);
});

test('what takes long is done with fewer at once, singly if need be', () => {
  expect(after([25, 5_000])).toBe(5);
  expect(after([25, 60_000])).toBe(1);
});

test('and with more again once it goes quickly', () => {
  expect(after([25, 60_000], [1, 10], [1, 10], [1, 10])).toBe(8);
});

test('of what was broken off a quarter is tried', () => {
  const pace = new Pace();
  pace.brokeOff(200);
  expect(pace.atOnce).toBe(50);
  for (let time = 0; time < 5; time += 1) pace.brokeOff(pace.atOnce);
  expect(pace.atOnce).toBe(1);
});
