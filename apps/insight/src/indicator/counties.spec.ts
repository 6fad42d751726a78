import { describe, expect, test } from 'vitest';
import { composedFigures } from './definitions.js';
import { counted, day, nothingAround, record, units } from './indicator.fixture.js';

const handedUp = (figures: Record<string, number>) =>
  record('linkage.statistics', {
    statistics: { fromSite: '330206', from: day('2017-01-01'), to: day('2017-12-31'), number: 3, figures },
  });

describe('what a county hands up', () => {
  test('is its part of the sum for exactly that period, zeros included', () => {
    const statistics = handedUp({ findings: 193, personsFiled: 0 });
    expect(counted('countyLevel.findings', statistics, nothingAround)).toEqual([
      { unit: '330206', on: '2017-01-01', until: '2018-01-01', amount: 193 },
    ]);
    expect(counted('countyLevel.personsFiled', statistics, nothingAround)).toHaveLength(1);
    expect(counted('countyLevel.cluesTransferred', statistics, nothingAround)).toEqual([]);
  });
  test('makes it one of the counties that inspected, and that inspected specially', () => {
    const idle = handedUp({ organizationsInspected: 0, 'special.organizationsInspected': 0 });
    const busy = handedUp({ organizationsInspected: 34, 'special.organizationsInspected': 1 });
    const keys = ['countyLevel.counties', 'countyLevel.specialInspectionCounties'];
    expect(keys.flatMap((key) => units(key, idle, nothingAround))).toEqual([]);
    expect(keys.flatMap((key) => units(key, busy, nothingAround))).toEqual(['330206', '330206']);
  });
});

describe('a city', () => {
  const value = (id: string, values: Record<string, number>) =>
    composedFigures.find((figure) => figure.id === id)!.value(new Map(Object.entries(values)));

  test('shows its own figures beside those of its counties, and not where none handed anything up', () => {
    expect(value('cityLevel.findings', { findings: 303, 'countyLevel.findings': 1931 })).toBe(303);
    expect(value('cityLevel.findings', { findings: 303 })).toBeUndefined();
  });
  test('adds people of its own and of its counties (HZP-5)', () => {
    expect(value('talentPool', { inspectorsInPool: 109, 'countyLevel.inspectorsInPool': 1000 })).toBe(1109);
    expect(value('trainedInCourses', { trainedByCity: 200 })).toBe(200);
  });
});
