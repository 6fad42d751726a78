import { expect, test } from 'vitest';
import { bucketsOf } from './buckets.js';

test('a year is told by months, and ends with the day asked for', () => {
  const buckets = bucketsOf({ from: '2017-01-01', to: '2017-12-20' });
  expect(buckets).toHaveLength(12);
  expect(buckets[1]).toEqual({ name: '2 月', from: '2017-02-01', to: '2017-02-28' });
  expect(buckets.at(-1)).toEqual({ name: '12 月', from: '2017-12-01', to: '2017-12-20' });
});

test('a term is told by quarters, from the day it began', () => {
  const buckets = bucketsOf({ from: '2017-02-15', to: '2021-12-31' });
  expect(buckets).toHaveLength(20);
  expect(buckets[0]).toEqual({ name: '2017 年 1 季度', from: '2017-02-15', to: '2017-03-31' });
});

test('a leap year keeps its last day of February', () => {
  expect(bucketsOf({ from: '2020-02-01', to: '2020-02-29' })).toEqual([
    { name: '2 月', from: '2020-02-01', to: '2020-02-29' },
  ]);
});
