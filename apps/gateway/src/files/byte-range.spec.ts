import { expect, test } from 'vitest';
import { spanAsked } from './byte-range.js';

test.each<[string | undefined, [number, number] | undefined]>([
  ['bytes=0-0', [0, 1]],
  ['bytes=0-', [0, 100]],
  ['bytes=90-', [90, 100]],
  ['bytes=10-19', [10, 20]],
  ['bytes=10-5000', [10, 100]],
  ['bytes=-10', [90, 100]],
  ['bytes=-5000', [0, 100]],
  ['bytes= 1 - 2', [1, 3]],
  [undefined, undefined],
  ['', undefined],
  ['bytes=-', undefined],
  ['bytes=9-3', undefined],
  ['bytes=0-1,5-6', undefined],
  ['lines=0-1', undefined],
  ['bytes=a-b', undefined],
])('of a hundred bytes, %s asks for %j', (range, span) => {
  expect(spanAsked(range, 100)).toEqual(span && { start: span[0], end: span[1] });
});

test.each(['bytes=100-', 'bytes=100-200', 'bytes=-0'])('a hundred bytes have no part %s', (range) => {
  expect(() => spanAsked(range, 100)).toThrow('file.range');
});
