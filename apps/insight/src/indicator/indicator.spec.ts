import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countyFigures } from '@xuncha/contracts';
import { composedFigures, indicators } from './definitions.js';
import { counted, nothingAround, record } from './indicator.fixture.js';
import { valueOf } from './indicator.js';

const figures = [...indicators, ...composedFigures];
const ids = figures.map(({ id }) => id);

test('every figure has an id of its own and says in Chinese what it counts', () => {
  expect(new Set(ids).size).toBe(ids.length);
  for (const { sentence } of figures) expect(sentence).toMatch(/[一-龥]{5}/);
});

test('every figure of FIGURES.md that waits for nothing is defined', () => {
  const agreement = readFileSync(new URL('../../../scenarios/FIGURES.md', import.meta.url), 'utf8');
  const rows = agreement.split('\n').filter((line) => /^\| `[A-Za-z.]+` .*\d/.test(line));
  const keys = rows
    .filter((row) => !row.includes('**later**'))
    .map((row) => /^\| `([A-Za-z.]+)`/.exec(row)![1]!.replace(/Yuan$/, ''));
  expect(keys.length).toBeGreaterThan(80);
  expect(keys.filter((key) => !ids.includes(key))).toEqual([]);
});

test('what a county hands up and what a figure is put together from is defined', () => {
  const needed = [
    ...countyFigures,
    ...composedFigures.flatMap(({ parts, opensTo }) => [...parts, ...opensTo]),
  ];
  expect(needed.filter((id) => !indicators.some((indicator) => indicator.id === id))).toEqual([]);
});

test('before the round of a record is heard of, the record counts nowhere that asks about rounds', () => {
  const finding = record('onsite.finding', { classes: ['violation:yes'] }, { state: 'confirmed' });
  expect(counted('findings', finding, nothingAround)).toEqual([]);
});

describe('a value', () => {
  const teams = [
    { units: 5, amount: 70 },
    { units: 6, amount: 30 },
  ];
  test.each([
    ['units', 11],
    ['amounts', 100],
    ['alike', undefined],
    ['fewest', 5],
    ['most', 6],
  ] as const)('of teams with five and six people is, by %s, %s', (tally, value) => {
    expect(valueOf({ tally, dating: 'each' }, teams)).toBe(value);
  });
  test('that all teams share is shown', () => {
    expect(valueOf({ tally: 'alike', dating: 'each' }, [teams[0]!, teams[0]!])).toBe(5);
  });
  test('of nothing is zero, and is not shown where no team or no county said anything', () => {
    expect(valueOf({ tally: 'units', dating: 'each' }, [])).toBe(0);
    expect(valueOf({ tally: 'fewest', dating: 'each' }, [])).toBeUndefined();
    expect(valueOf({ tally: 'amounts', dating: 'handedUp' }, [])).toBeUndefined();
  });
});

describe('the coverage rate', () => {
  const percent = (inspected: number, all: number) =>
    composedFigures
      .find(({ id }) => id === 'villageCoveragePercent')!
      .value(
        new Map([
          ['villagesInspected', inspected],
          ['villagePopulation', all],
        ]),
      );
  test('is in whole per cent, halves up (HZ16-2)', () => {
    expect([percent(838, 2043), percent(1, 200), percent(2043, 2043)]).toEqual([41, 1, 100]);
  });
  test('of no villages is not shown', () => expect(percent(0, 0)).toBeUndefined());
});
