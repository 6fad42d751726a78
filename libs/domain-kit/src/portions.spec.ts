import { expect, test } from 'vitest';
import { portionsOf } from './portions.js';

test.each([
  [0, []],
  [2, [2]],
  [3, [3]],
  [7, [3, 3, 1]],
])('%i come in portions of three: %j', (count, sizes) => {
  const portions = [...portionsOf(Array(count).keys(), 3)];
  expect(portions.map(({ length }) => length)).toEqual(sizes);
  expect(portions.flat()).toEqual([...Array(count).keys()]);
});
