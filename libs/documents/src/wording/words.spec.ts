import { expect, test } from 'vitest';
import { days, months, parseDate, workdays } from '@xuncha/domain-kit';
import { amountInWords, dayInWords, durationInWords, momentInWords } from './words.js';

test.each([
  [null, ''],
  [0, '0元'],
  [123, '1.23元'],
  [50, '0.5元'],
  [1_000_000, '1万元'],
  [46_200_000, '46.2万元'],
  [12_345_678, '12.345678万元'],
  [999_999, '9999.99元'],
  [10_000_000_000, '10000万元'],
])('%p fen is %s', (fen, text) => expect(amountInWords(fen)).toBe(text));

test('a day without leading zeros; none is left to be written in', () => {
  expect(dayInWords(parseDate('2017-06-02'))).toBe('2017年6月2日');
  expect(dayInWords(null)).toBe('　　　　年　　月　　日');
});

test('a time as regulations state it', () => {
  expect([days(15), workdays(10), months(2)].map(durationInWords)).toEqual(['15日', '10个工作日', '2个月']);
});

test('a moment is told as it was in China', () => {
  expect(momentInWords(new Date('2017-07-26T16:05:00Z'))).toBe('2017年7月27日00:05');
});
