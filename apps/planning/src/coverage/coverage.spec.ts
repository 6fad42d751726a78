import { expect, test } from 'vitest';
import { parseDate } from '@xuncha/domain-kit';
import * as term from '../term/term.js';
import { coverageOf, dayWithin } from './coverage.js';

const day = parseDate;
const fourteenth = term.propose('t', { name: '第十四届', firstDay: day('2017-01-01') }, [], 'office').state;
const percent = (inspected: number, organizations: number) =>
  coverageOf([{ kind: 'village', parentId: null, organizations, inspected }]).percent;

test('838 of 2,043 villages and communities are 41 per cent (HZ16-2)', () => {
  expect(percent(838, 2043)).toBe(41);
});

test('a rate is in whole per cent, halves up, and there is none of nothing', () => {
  expect([percent(1, 200), percent(1, 201), percent(199, 200), percent(0, 3), percent(3, 3)]).toEqual([
    1, 0, 100, 0, 100,
  ]);
  expect(percent(0, 0)).toBeNull();
});

test('the rate is shown in all, per kind, and per place and kind', () => {
  const villages = { kind: 'village' as const, organizations: 4, inspected: 1 };
  const counts = [
    { ...villages, parentId: 'north' },
    { ...villages, parentId: 'south', inspected: 3 },
    { kind: 'township' as const, parentId: null, organizations: 2, inspected: 2 },
  ];
  expect(coverageOf(counts)).toEqual({
    organizations: 10,
    inspected: 6,
    percent: 60,
    kinds: [
      { kind: 'village', organizations: 8, inspected: 4, percent: 50 },
      { kind: 'township', organizations: 2, inspected: 2, percent: 100 },
    ],
    places: [
      { parentId: 'north', kind: 'village', organizations: 4, inspected: 1, percent: 25 },
      { parentId: 'south', kind: 'village', organizations: 4, inspected: 3, percent: 75 },
      { parentId: null, kind: 'township', organizations: 2, inspected: 2, percent: 100 },
    ],
  });
});

test('coverage is asked for a day of the term: today unless another is named, its last day once it is over', () => {
  expect(dayWithin(fourteenth, undefined, day('2018-06-30'))).toBe('2018-06-30');
  expect(dayWithin(fourteenth, undefined, day('2023-01-01'))).toBe('2021-12-31');
  expect(dayWithin(fourteenth, day('2017-12-31'), day('2018-06-30'))).toBe('2017-12-31');
  expect(() => dayWithin(fourteenth, day('2022-01-01'), day('2018-06-30'))).toThrow(
    'coverage.day-outside-term',
  );
  expect(() => dayWithin(fourteenth, undefined, day('2016-06-30'))).toThrow('coverage.day-outside-term');
});
