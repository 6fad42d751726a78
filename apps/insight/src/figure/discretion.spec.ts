import { describe, expect, test } from 'vitest';
import { parseDate } from '@xuncha/domain-kit';
import { indicators } from '../indicator/definitions.js';
import { discreet, isConfidential, isInspectedSide, lastBatch } from './discretion.js';

const secret = 'activities.interviews';
const seen = (count: number) => [...discreet(new Map([['findings', count]]), new Map([[secret, count]]))];
const grant = (role: string, organizationId: string | null = null) => ({
  role,
  organizationId,
  teamId: null,
});
const side = (...grants: ReturnType<typeof grant>[]) =>
  isInspectedSide({ access: { grants, recused: new Set() } });

describe('the inspected organization (rules.md 13)', () => {
  test.each([0, 1, 2, 3, 4])('cannot tell %d interviews from none', (count) => {
    expect(Object.fromEntries(seen(count))[secret]).toBe(0);
  });

  test('learns of more by fives, and of its findings exactly', () => {
    expect(seen(9)).toEqual([
      ['findings', 9],
      [secret, 5],
    ]);
  });

  test('learns nothing of a period: the difference of two would tell of one person', () => {
    expect([...discreet(new Map([[secret, 50]]), undefined)]).toEqual([]);
  });

  test('learns of what happened until the end of last month', () => {
    expect(lastBatch(parseDate('2017-03-01'))).toEqual({ to: '2017-02-28' });
    expect(lastBatch(parseDate('2017-01-31'))).toEqual({ to: '2016-12-31' });
  });

  test('is whoever stands on its side, whatever else they may do', () => {
    expect(side(grant('observer'))).toBe(false);
    expect(side(grant('office'))).toBe(false);
    expect(side(grant('observer'), grant('organizationHead', 'unit'))).toBe(true);
    expect(side(grant('observer'), grant('observer', 'unit'))).toBe(true);
  });
});

test('confidential is every figure of activities and clues, also of counties', () => {
  const open = indicators
    .filter(({ of }) => /activity|clue/.test(of))
    .filter(({ id }) => !isConfidential(id));
  expect(open).toEqual([]);
  expect(isConfidential('countyLevel.personsFiled')).toBe(true);
  expect(isConfidential('findings')).toBe(false);
});
