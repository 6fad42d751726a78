import { expect, test } from 'vitest';
import { compare, indicatorOf, inUnitOf, isExact, tableOf } from './comparison.js';

const published = { villages: 187, 'poverty.lossRecoveredYuan': 1_188_100, clues: 57 };
const later = { clues: 'clues' };
const computed = (villages: number, opened = villages) =>
  new Map([
    ['villages', { value: villages, opened }],
    ['poverty.lossRecoveredYuan', { value: 1_188_100, opened: 1_188_100 }],
  ]);

test('money is published in yuan and kept in fen, under the name of the thing alone', () => {
  expect(indicatorOf('poverty.lossRecoveredYuan')).toBe('poverty.lossRecovered');
  expect(inUnitOf('poverty.lossRecoveredYuan', 118_810_000)).toBe(1_188_100);
  expect(inUnitOf('villages', 187)).toBe(187);
});

test('a year is exact when every figure is the published one, but for those of services still to come', () => {
  const lines = compare(published, later, computed(187));
  expect(lines.map(({ verdict }) => verdict)).toEqual(['same', 'same', 'later']);
  expect(isExact(lines)).toBe(true);
});

test('one village more, a missing figure, or records that do not come to their figure are not exact', () => {
  expect(compare(published, later, computed(188))[0]!.verdict).toBe('DIFFERENT');
  expect(compare(published, later, new Map())[0]!.verdict).toBe('DIFFERENT');
  expect(compare(published, later, computed(187, 186))[0]!.verdict).toBe('NOT ITS RECORDS'); // rules.md 16
  expect(isExact(compare(published, later, computed(187, 186)))).toBe(false);
});

test('the table has a line for every published figure', () => {
  const lines = tableOf(compare(published, later, computed(187))).split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(/^poverty\.lossRecoveredYuan +1,188,100 +1,188,100 +1,188,100 +same$/);
});
