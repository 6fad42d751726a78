import { describe, expect, test } from 'vitest';
import { parseDate } from '@xuncha/domain-kit';
import { begin, end } from './spans.js';

const [january, march, may] = ['2017-01-09', '2017-03-01', '2017-05-04'].map(parseDate) as [
  never,
  never,
  never,
];

describe('an inspector in the pool', () => {
  const pooled = begin([], 'standing', january);

  test('stands there until suspended, and again from the day of return', () => {
    expect(begin(end(pooled, march), 'standing', may)).toEqual([
      { as: 'standing', from: january, until: march },
      { as: 'standing', from: may, until: null },
    ]);
  });
  test('of another force from a day on stands as that one from then', () => {
    expect(begin(pooled, 'fullTime', march)).toEqual([
      { as: 'standing', from: january, until: march },
      { as: 'fullTime', from: march, until: null },
    ]);
  });
  test('told twice stands once', () => expect(begin(pooled, 'standing', march)).toEqual(pooled));
  test('who leaves on the day of entry was never there', () => expect(end(pooled, january)).toEqual([]));
});
