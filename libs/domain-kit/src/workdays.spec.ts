import { describe, expect, test } from 'vitest';
import { addDays, parseDate as date } from './date.js';
import {
  addWorkdays,
  chinaCalendar,
  isProvisional,
  isWorkday,
  withHolidays,
  workdaysBetween,
  type HolidayNotice,
} from './workdays.js';

const notice2027: HolidayNotice = {
  year: 2027,
  holidays: ['2026-12-31', '2027-01-01', '2027-02-05', '2027-02-08'],
  workdays: ['2027-01-30'],
};

describe('a workday in China', () => {
  test.each([
    ['2017-01-22', true, 'Sunday made up for Spring Festival 2017'],
    ['2017-01-27', false, 'New Year’s Eve 2017, a Friday'],
    ['2017-02-02', false, 'last day of Spring Festival 2017, a Thursday'],
    ['2017-02-04', true, 'Saturday made up for Spring Festival 2017'],
    ['2017-10-01', false, 'National Day 2017'],
    ['2024-02-09', true, 'New Year’s Eve 2024 was not a holiday'],
    ['2024-02-04', true, 'Sunday made up for Spring Festival 2024'],
    ['2024-02-18', true, 'Sunday made up for Spring Festival 2024'],
    ['2024-02-19', true, 'Monday after'],
    ['2026-02-14', true, 'Saturday made up for Spring Festival 2026'],
    ['2026-02-23', false, 'ninth day of Spring Festival 2026, a Monday'],
    ['2026-02-28', true, 'Saturday made up for Spring Festival 2026'],
    ['2017-05-13', false, 'an ordinary Saturday'],
    ['2017-05-15', true, 'an ordinary Monday'],
  ])('%s: %p (%s)', (text, expected) => expect(isWorkday(chinaCalendar, date(text))).toBe(expected));

  test('is counted across long holidays: 3 workdays from 2017-01-25 end on 2017-02-04, a Saturday', () => {
    expect(addWorkdays(chinaCalendar, date('2017-01-25'), 1)).toBe('2017-01-26');
    expect(addWorkdays(chinaCalendar, date('2017-01-25'), 3)).toBe('2017-02-04');
  });

  test.each([
    ['2017-01-20', 15, '2017-02-15'],
    ['2024-02-08', 10, '2024-02-28'],
    ['2026-02-13', 10, '2026-03-05'],
    ['2017-09-29', 1, '2017-09-30'],
    ['2017-09-30', 1, '2017-10-09'],
    ['2017-02-06', -3, '2017-01-26'],
    ['2017-05-13', 0, '2017-05-13'],
  ])('the one %s plus %i is %s', (from, count, to) =>
    expect(addWorkdays(chinaCalendar, date(from), count)).toBe(to),
  );

  test('is counted alike forwards, backwards and between', () => {
    for (let day = date('2016-12-01'); day < '2018-03-01'; day = addDays(day, 1)) {
      const later = addWorkdays(chinaCalendar, day, 15);
      expect(isWorkday(chinaCalendar, later)).toBe(true);
      expect(workdaysBetween(chinaCalendar, day, later)).toBe(15);
      if (isWorkday(chinaCalendar, day)) expect(addWorkdays(chinaCalendar, later, -15)).toBe(day);
    }
  });

  test('adds up to the days the State Council left in the year', () => {
    const inYear = (year: number) =>
      workdaysBetween(chinaCalendar, date(`${year - 1}-12-31`), date(`${year}-12-31`));
    expect([inYear(2017), inYear(2024), inYear(2026)]).toEqual([249, 251, 248]);
  });
});

describe('a year nobody has announced yet', () => {
  test('is computed as Monday to Friday and marked provisional', () => {
    expect(isProvisional(chinaCalendar, 2017)).toBe(false);
    expect(isProvisional(chinaCalendar, 2026)).toBe(false);
    expect(isProvisional(chinaCalendar, 2027)).toBe(true);
    expect(isWorkday(chinaCalendar, date('2027-01-01'))).toBe(true);
    expect(isWorkday(chinaCalendar, date('2027-01-02'))).toBe(false);
  });

  test('becomes known by an imported notice, which may reach into the December before', () => {
    const calendar = withHolidays(chinaCalendar, notice2027);
    expect(isProvisional(calendar, 2027)).toBe(false);
    expect(addWorkdays(calendar, date('2026-12-30'), 1)).toBe('2027-01-04');
    expect(isWorkday(calendar, date('2027-01-30'))).toBe(true);
    expect(isWorkday(calendar, date('2026-10-01'))).toBe(false);
  });

  test('can be corrected by a later notice', () => {
    const once = withHolidays(chinaCalendar, notice2027);
    const corrected = withHolidays(once, { year: 2027, holidays: ['2027-01-30'], workdays: ['2027-02-08'] });
    expect(isWorkday(corrected, date('2027-01-30'))).toBe(false);
    expect(isWorkday(corrected, date('2027-02-08'))).toBe(true);
    expect(isWorkday(once, date('2027-01-30'))).toBe(true);
  });

  test.each([
    ['calendar.date-twice', { year: 2027, holidays: ['2027-01-01'], workdays: ['2027-01-01'] }],
    ['calendar.date-outside-year', { year: 2027, holidays: ['2028-01-01'], workdays: [] }],
    ['calendar.date-outside-year', { year: 2027, holidays: ['2026-11-30'], workdays: [] }],
    ['date.invalid', { year: 2027, holidays: ['2027-02-29'], workdays: [] }],
  ])('is not imported from a bad notice: %s', (code, notice) =>
    expect(() => withHolidays(chinaCalendar, notice)).toThrow(code),
  );
});
