import { describe, expect, test } from 'vitest';
import { formatFen, parseYuan } from './money.js';

describe('an amount of money', () => {
  test.each([
    ['0', 0],
    ['12.34', 1234],
    ['12.3', 1230],
    ['12', 1200],
    ['0.01', 1],
    [' 1000000.00 ', 100_000_000],
    ['1.10', 110],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('of %p yuan is %p fen', (text, fen) => expect(parseYuan(text)).toBe(fen));

  test.each([
    ['12.345', 'money.decimals'],
    ['12.340', 'money.decimals'],
    ['-1', 'money.negative'],
    ['-0.01', 'money.negative'],
    ['90071992547409.92', 'money.too-large'],
    ['1e3', 'money.malformed'],
    ['1,000', 'money.malformed'],
    ['12.', 'money.malformed'],
    ['.5', 'money.malformed'],
    ['１２', 'money.malformed'],
    ['', 'money.malformed'],
  ])('is refused when it reads %p: %s', (text, code) => expect(() => parseYuan(text)).toThrow(code));

  test('is written with two decimals and read back exactly', () => {
    for (const fen of [0, 1, 9, 10, 99, 100, 101, 123_456_789, Number.MAX_SAFE_INTEGER]) {
      expect(parseYuan(formatFen(fen))).toBe(fen);
    }
    expect([formatFen(5), formatFen(1230)]).toEqual(['0.05', '12.30']);
  });

  test('that is no whole number of fen is a bug', () => {
    expect(() => formatFen(0.5)).toThrow('not an amount');
    expect(() => formatFen(-1)).toThrow('not an amount');
  });
});
