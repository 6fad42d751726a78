import { describe, expect, test } from 'vitest';
import * as d from './date.js';

const date = d.parseDate;

describe('a date', () => {
  test.each(['2017-02-28', '2016-02-29', '2000-02-29', '2024-12-31'])('can be %s', (text) =>
    expect(date(text)).toBe(text),
  );

  test.each([
    '2017-02-29',
    '1900-02-29',
    '2017-13-01',
    '2017-00-10',
    '2017-04-31',
    '2017-1-1',
    '20170101',
    '',
  ])('cannot be %p', (text) => expect(() => date(text)).toThrow('date.invalid'));

  test('plus days crosses months, years and leap days', () => {
    expect(d.addDays(date('2016-02-28'), 1)).toBe('2016-02-29');
    expect(d.addDays(date('2017-02-28'), 1)).toBe('2017-03-01');
    expect(d.addDays(date('2017-01-01'), -1)).toBe('2016-12-31');
  });

  test('plus days and back is the same date, and the days between are those added', () => {
    for (let days = -800; days <= 800; days += 1) {
      const later = d.addDays(date('2016-02-29'), days);
      expect(d.addDays(later, -days)).toBe('2016-02-29');
      expect(d.daysBetween(date('2016-02-29'), later)).toBe(days);
      expect(d.compareDates(date('2016-02-29'), later)).toBe(-Math.sign(days) + 0);
    }
  });

  test.each([
    ['2017-03-15', 2, '2017-05-15'],
    ['2016-12-31', 2, '2017-02-28'],
    ['2015-12-31', 2, '2016-02-29'],
    ['2017-08-31', 6, '2018-02-28'],
    ['2017-11-30', 3, '2018-02-28'],
    ['2017-01-31', 1, '2017-02-28'],
    ['2017-12-15', 1, '2018-01-15'],
    ['2017-03-31', -1, '2017-02-28'],
    ['2017-05-05', 0, '2017-05-05'],
  ])('%s plus %i months is the corresponding day or the last of the month: %s', (from, months, to) =>
    expect(d.addMonths(date(from), months)).toBe(to),
  );

  test('has a year and a weekday', () => {
    expect(d.yearOf(date('2017-05-31'))).toBe(2017);
    expect(d.weekday(date('2017-01-01'))).toBe(0);
    expect(d.weekday(date('2026-11-21'))).toBe(6);
    expect(d.weekday(date('1969-12-31'))).toBe(3);
  });
});

describe('a day in Asia/Shanghai', () => {
  test.each([
    ['2017-05-31T15:59:59.999Z', '2017-05-31'],
    ['2017-05-31T16:00:00.000Z', '2017-06-01'],
    ['2016-12-31T16:00:00.000Z', '2017-01-01'],
    ['2016-02-28T16:00:00.000Z', '2016-02-29'],
    ['2017-06-01T00:00:00.000Z', '2017-06-01'],
  ])('begins at 16:00 UTC: %s lies in %s', (instant, day) => expect(d.dateIn(new Date(instant))).toBe(day));

  test('lasts from its first to its last millisecond', () => {
    for (let days = 0; days < 800; days += 1) {
      const day = d.addDays(date('2016-01-01'), days);
      expect([d.dateIn(d.startOfDay(day)), d.dateIn(d.endOfDay(day))]).toEqual([day, day]);
      expect(d.endOfDay(day).getTime() + 1).toBe(d.startOfDay(d.addDays(day, 1)).getTime());
    }
    expect(d.endOfDay(date('2017-05-31')).toISOString()).toBe('2017-05-31T15:59:59.999Z');
  });

  test('agrees with the time zone database, in every month since 1992', () => {
    const clock = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    for (let month = 0; month < 12 * 40; month += 1) {
      const instant = new Date(Date.UTC(1992, month, 1, 16));
      expect(clock.format(instant)).toBe(d.dateIn(instant));
    }
  });
});
