import { createRequire } from 'node:module';
import { addDays, parseDate, weekday, yearOf, type BusinessDate } from './date.js';
import { refuseIf } from './refusal.js';

/** A year's holidays and make-up workdays, as the State Council announces them each autumn. */
export interface HolidayNotice {
  readonly year: number;
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

/** Which days are worked in China. A value, so that an office can import a year the library does not know. */
export interface Calendar {
  /** Days that differ from Monday to Friday, or were announced all the same. */
  readonly announced: ReadonlyMap<BusinessDate, 'holiday' | 'workday'>;
  readonly knownYears: ReadonlySet<number>;
}

export function isWorkday(calendar: Calendar, date: BusinessDate): boolean {
  const announced = calendar.announced.get(date);
  if (announced !== undefined) return announced === 'workday';
  const day = weekday(date);
  return day !== 0 && day !== 6;
}

/** The nth workday after the date, or before it where the count is negative. */
export function addWorkdays(calendar: Calendar, date: BusinessDate, count: number): BusinessDate {
  const direction = Math.sign(count);
  let day = date;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, direction);
    if (isWorkday(calendar, day)) left -= 1;
  }
  return day;
}

/** How many workdays lie after `from`, up to and including `to`. */
export function workdaysBetween(calendar: Calendar, from: BusinessDate, to: BusinessDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(calendar, day)) count += 1;
  return count;
}

/** A year not yet announced is computed as Monday to Friday, and shown as provisional. */
export function isProvisional(calendar: Calendar, year: number): boolean {
  return !calendar.knownYears.has(year);
}

/**
 * The calendar with one more notice, day by day: what it names is decided by it, and what it does not name
 * stays. A notice may reach into the December before its year.
 */
export function withHolidays(calendar: Calendar, notice: HolidayNotice): Calendar {
  const announced = new Map(calendar.announced);
  const named = new Set<string>();
  for (const kind of ['holiday', 'workday'] as const) {
    for (const text of kind === 'holiday' ? notice.holidays : notice.workdays) {
      const date = parseDate(text);
      refuseIf(named.has(date), 'calendar.date-twice', { date });
      refuseIf(!isNear(date, notice.year), 'calendar.date-outside-year', { date, year: notice.year });
      named.add(date);
      announced.set(date, kind);
    }
  }
  return { announced, knownYears: new Set(calendar.knownYears).add(notice.year) };
}

function isNear(date: BusinessDate, year: number): boolean {
  return yearOf(date) === year || date.startsWith(`${year - 1}-12-`);
}

interface LibraryData {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/** The library's functions read dates in the machine's own time zone; its data do not. */
function fromLibrary(data: LibraryData): Calendar {
  const announced = new Map<BusinessDate, 'holiday' | 'workday'>();
  for (const date of Object.keys(data.holidays)) announced.set(parseDate(date), 'holiday');
  for (const date of Object.keys(data.workdays)) announced.set(parseDate(date), 'workday');
  return { announced, knownYears: new Set([...announced.keys()].map(yearOf)) };
}

const require = createRequire(import.meta.url);

/** China's announced calendar, as far as the library knows it. */
export const chinaCalendar: Calendar = fromLibrary(
  require('chinese-days/dist/chinese-days.json') as LibraryData,
);
