import { addDays, addMonths, type BusinessDate } from './date.js';
import { addWorkdays, type Calendar } from './workdays.js';

/** A length of time as regulations state it (rules.md, profiles). */
export interface Duration {
  readonly count: number;
  readonly unit: 'day' | 'workday' | 'month';
}

export const days = (count: number): Duration => ({ count, unit: 'day' });
export const workdays = (count: number): Duration => ({ count, unit: 'workday' });
export const months = (count: number): Duration => ({ count, unit: 'month' });

/** The last day of the time that begins with an event; the day of the event itself is not counted. */
export function deadline(calendar: Calendar, from: BusinessDate, duration: Duration): BusinessDate {
  return shift(calendar, from, duration, 1);
}

/** The last day on which something owed so long ahead of an event is still in time. */
export function leadDay(calendar: Calendar, event: BusinessDate, duration: Duration): BusinessDate {
  return shift(calendar, event, duration, -1);
}

function shift(calendar: Calendar, date: BusinessDate, { count, unit }: Duration, direction: 1 | -1) {
  switch (unit) {
    case 'day':
      return addDays(date, direction * count);
    case 'workday':
      return addWorkdays(calendar, date, direction * count);
    case 'month':
      return addMonths(date, direction * count);
  }
}
