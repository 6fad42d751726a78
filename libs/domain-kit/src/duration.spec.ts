import { describe, expect, test } from 'vitest';
import { parseDate as date } from './date.js';
import { days, deadline, leadDay, months, workdays, type Duration } from './duration.js';
import { profileOf } from './profile.js';
import { chinaCalendar } from './workdays.js';

describe('a deadline', () => {
  test.each<[string, Duration, string]>([
    ['2017-03-16', days(15), '2017-03-31'],
    ['2017-02-14', days(15), '2017-03-01'],
    ['2016-02-14', days(15), '2016-02-29'],
    ['2017-01-25', workdays(3), '2017-02-04'],
    ['2017-12-31', months(2), '2018-02-28'],
    ['2024-08-31', months(6), '2025-02-28'],
  ])('that begins on %s and lasts %p does not count its first day: %s', (from, duration, due) =>
    expect(deadline(chinaCalendar, date(from), duration)).toBe(due),
  );

  test('runs on calendar days unless marked workdays, also when the last day is a holiday (rules.md, profiles)', () => {
    expect(deadline(chinaCalendar, date('2017-09-16'), days(15))).toBe('2017-10-01');
  });
});

describe('something owed ahead of an event', () => {
  test('a notice of entry on the day after National Day week is due before it', () => {
    const notice = profileOf('national-2017').durations['notice.before.entry'];
    expect(leadDay(chinaCalendar, date('2017-10-09'), notice)).toBe('2017-09-28');
  });

  test('is also counted in days and months', () => {
    expect(leadDay(chinaCalendar, date('2017-03-01'), days(1))).toBe('2017-02-28');
    expect(leadDay(chinaCalendar, date('2017-03-31'), months(1))).toBe('2017-02-28');
  });
});
