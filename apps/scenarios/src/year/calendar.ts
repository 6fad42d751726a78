import { addDays, chinaCalendar, isWorkday, parseDate, type BusinessDate } from '@xuncha/domain-kit';
import type { Chance } from '../chance.js';

/** The workdays of the years that are played, in order; nothing in a plan happens on another day. */
const workdays: readonly BusinessDate[] = (() => {
  const found: BusinessDate[] = [];
  const last = parseDate('2017-12-31');
  for (let day = parseDate('2016-01-01'); day <= last; day = addDays(day, 1))
    if (isWorkday(chinaCalendar, day)) found.push(day);
  return found;
})();
const indexOf = new Map(workdays.map((day, index) => [day, index]));

export type Span = readonly [from: BusinessDate, to: BusinessDate];

/** Days written in the table of a year, such as `04-11`; each must be a workday. */
export function daysIn(year: number) {
  const day = (monthAndDay: string): BusinessDate => {
    const date = parseDate(`${year}-${monthAndDay}`);
    if (!indexOf.has(date)) throw new Error(`${date} is not a workday`);
    return date;
  };
  return { day, span: (from: string, to: string): Span => [day(from), day(to)] };
}

/** So many workdays later, or earlier. */
export function shift(date: BusinessDate, count: number): BusinessDate {
  const index = indexOf.get(date);
  const found = index === undefined ? undefined : workdays[index + count];
  if (!found) throw new Error(`no workday ${count} from ${date} within the years that are played`);
  return found;
}

/** The last workday not later than that day. */
function workdayUntil(date: BusinessDate): BusinessDate {
  let found = date;
  while (!indexOf.has(found)) found = addDays(found, -1);
  return found;
}

/** The last workday within so many days. */
export function withinDays(from: BusinessDate, days: number): BusinessDate {
  return later(from, workdayUntil(addDays(from, days)));
}

/** A workday by chance, both ends included. */
export function within(chance: Chance, from: BusinessDate, to: BusinessDate): BusinessDate {
  const [first, last] = [indexOf.get(from), indexOf.get(to)];
  if (first === undefined || last === undefined || last < first)
    throw new Error(`no workday from ${from} to ${to}`);
  return workdays[chance.between(first, last)]!;
}

export function later(a: BusinessDate, b: BusinessDate): BusinessDate {
  return a > b ? a : b;
}
