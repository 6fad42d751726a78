import { describe, expect, test } from 'vitest';
import { addDays, parseDate as date } from './date.js';
import * as d from './deadline.js';
import { days, months, workdays } from './duration.js';
import { profileOf } from './profile.js';
import { chinaCalendar as calendar } from './workdays.js';

const plan = d.startDeadline(calendar, date('2017-03-16'), days(15));

describe('a running deadline', () => {
  test('is due at the end of its last day in Asia/Shanghai, and overdue from then on', () => {
    expect(plan.dueOn).toBe('2017-03-31');
    expect(d.overdue(plan, new Date('2017-03-31T15:59:59.999Z'))).toBe(false);
    expect(d.overdue(plan, new Date('2017-03-31T16:00:00.000Z'))).toBe(true);
  });

  test('turns amber with the reminder day and is due with the end of its last', () => {
    expect(d.rungs(plan, profileOf('national-2017'))).toEqual({
      amberAt: new Date('2017-03-25T16:00:00.000Z'),
      dueAt: new Date('2017-03-31T15:59:59.999Z'),
    });
  });

  test('is counted from the same day when it is extended', () => {
    expect(d.reallow(calendar, plan, days(30)).dueOn).toBe('2017-04-15');
    expect(d.reallow(calendar, plan, months(2)).dueOn).toBe('2017-05-16');
  });

  test('says how much of it is used up', () => {
    expect(d.consumed(calendar, plan, date('2017-03-16'))).toBe(0);
    expect(d.consumed(calendar, plan, date('2017-03-20'))).toBe(4);
    expect(d.consumed(calendar, plan, date('2017-03-01'))).toBe(0);
  });
});

describe('a suspended deadline', () => {
  const suspended = d.suspend(plan, date('2017-03-21'));

  test('is never due, reminds nobody and uses up nothing', () => {
    expect(d.dueAt(suspended)).toBeUndefined();
    expect(d.overdue(suspended, new Date('2099-01-01T00:00:00Z'))).toBe(false);
    expect(d.rungs(suspended, profileOf('national-2017'))).toBeUndefined();
    expect(d.consumed(calendar, suspended, date('2017-06-01'))).toBe(4);
    expect(d.consumed(calendar, suspended, date('2017-03-18'))).toBe(2);
  });

  test('gets its days back when it resumes', () => {
    const resumed = d.resume(calendar, suspended, date('2017-03-31'));
    expect(resumed).toEqual({ ...plan, suspendedDays: 10, dueOn: '2017-04-10' });
    expect(d.consumed(calendar, resumed, date('2017-03-30'))).toBe(4);
    expect(d.consumed(calendar, resumed, date('2017-03-31'))).toBe(5);
    expect(d.consumed(calendar, resumed, resumed.dueOn)).toBe(15);
  });

  test('loses nothing when it resumes on the same day', () => {
    expect(d.resume(calendar, suspended, date('2017-03-21'))).toEqual(plan);
  });

  test('is refused twice, before it began, after it passed; and so is resuming what runs', () => {
    expect(() => d.suspend(suspended, date('2017-03-22'))).toThrow('deadline.already-suspended');
    expect(() => d.suspend(plan, date('2017-03-16'))).toThrow('deadline.not-started');
    expect(() => d.suspend(plan, date('2017-04-01'))).toThrow('deadline.passed');
    expect(() => d.resume(calendar, plan, date('2017-03-22'))).toThrow('deadline.not-suspended');
    expect(() => d.resume(calendar, suspended, date('2017-03-20'))).toThrow('resumed-before-suspended');
  });

  test('keeps its allowance whole, in days and in workdays, over every holiday of a year', () => {
    for (const allowance of [days(15), workdays(15)]) {
      for (let from = date('2016-12-20'); from < '2017-12-20'; from = addDays(from, 3)) {
        const running = d.startDeadline(calendar, from, allowance);
        const pause = d.suspend(running, addDays(from, 5));
        const resumed = d.resume(calendar, pause, addDays(from, 16));
        expect(d.consumed(calendar, resumed, resumed.dueOn)).toBe(15);
        expect(d.consumed(calendar, resumed, addDays(resumed.dueOn, -1))).toBe(14);
      }
    }
  });
});
