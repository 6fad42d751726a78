import { expect, test } from 'vitest';
import { delayAfter } from './lockout.js';

test('four slips cost nothing, from the fifth on every further one doubles the wait, up to an hour', () => {
  const minutes = [1, 4, 5, 6, 7, 11, 12, 1000].map((failures) => delayAfter(failures) / 60_000);
  expect(minutes).toEqual([0, 0, 1, 2, 4, 60, 60, 60]);
});
