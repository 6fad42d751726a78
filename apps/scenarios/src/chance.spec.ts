import { expect, test } from 'vitest';
import { Chance, split } from './chance.js';
import { scaled } from './figures.js';

test('a seed repeats its draws, and a fork does not depend on what was drawn before', () => {
  const draws = (chance: Chance) => Array.from({ length: 5 }, () => chance.between(1, 1000));
  expect(draws(new Chance('a'))).toEqual(draws(new Chance('a')));
  expect(draws(new Chance('a'))).not.toEqual(draws(new Chance('b')));
  const used = new Chance('a');
  draws(used);
  expect(draws(used.fork('x'))).toEqual(draws(new Chance('a').fork('x')));
});

test('shares by weight add up to the whole, the larger remainder first', () => {
  expect(split(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(split(2, [6, 6, 4, 4])).toEqual([1, 1, 0, 0]);
  expect(split(52_600_000_000, [1, 2, 4]).reduce((sum, share) => sum + share, 0)).toBe(52_600_000_000);
});

test('a scaled figure is rounded up and an exact part is not', () => {
  expect(scaled(187, 0.05)).toBe(10);
  expect(scaled(260, 0.05)).toBe(13);
  expect(scaled(6, 1)).toBe(6);
});
