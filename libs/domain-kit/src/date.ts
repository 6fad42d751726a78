import { refuseUnless } from './refusal.js';

declare const businessDate: unique symbol;

/** A day of the Chinese calendar year, `2017-05-31`: the day something happened or is due, without a time. */
export type BusinessDate = string & { readonly [businessDate]: true };

const DAY = 86_400_000;
/** China keeps one time without summer time since 1991, before anything this system dates by the instant. */
const SHANGHAI = 8 * 3_600_000;

export function isDate(text: string): text is BusinessDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

export function parseDate(text: string): BusinessDate {
  refuseUnless(isDate(text), 'date.invalid', { text });
  return text;
}

export function yearOf(date: BusinessDate): number {
  return Number(date.slice(0, 4));
}

export function addDays(date: BusinessDate, days: number): BusinessDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The corresponding day of a later month, or that month's last day where it has none (Civil Code, art. 202). */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return fromDayNumber(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)) / DAY);
}

/** How many days later `to` is; negative where it is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** For sorting; `<` and `>` compare two dates just as well. */
export function compareDates(a: BusinessDate, b: BusinessDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(date: BusinessDate): number {
  return (dayNumber(date) + 4) % 7; // 1970-01-01 was a Thursday
}

/** The day it is in Asia/Shanghai at an instant. */
export function dateIn(instant: Date): BusinessDate {
  return fromDayNumber(Math.floor((instant.getTime() + SHANGHAI) / DAY));
}

export function startOfDay(date: BusinessDate): Date {
  return new Date(dayNumber(date) * DAY - SHANGHAI);
}

/** The last millisecond of the day in Asia/Shanghai; `dateIn` of it is the same day again. */
export function endOfDay(date: BusinessDate): Date {
  return new Date(startOfDay(date).getTime() + DAY - 1);
}

function dayNumber(date: BusinessDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

function fromDayNumber(days: number): BusinessDate {
  return new Date(days * DAY).toISOString().slice(0, 10) as BusinessDate;
}
