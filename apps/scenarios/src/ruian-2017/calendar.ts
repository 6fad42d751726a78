import { addDays, chinaCalendar, isWorkday, parseDate, type BusinessDate } from '@xuncha/domain-kit';
import type { Chance } from '../chance.js';
import { ruian2017 } from './figures.js';

export const firstDay = parseDate(ruian2017.period[0]);
export const lastDay = parseDate(ruian2017.period[1]);

/** The workdays of the year in order; nothing in the plan happens on another day. */
const workdays: readonly BusinessDate[] = (() => {
  const found: BusinessDate[] = [];
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1))
    if (isWorkday(chinaCalendar, day)) found.push(day);
  return found;
})();
const indexOf = new Map(workdays.map((day, index) => [day, index]));

export type Span = readonly [from: BusinessDate, to: BusinessDate];

/** A day written in the year's table, such as `04-11`; it must be a workday. */
export function day(monthAndDay: string): BusinessDate {
  const date = parseDate(`${firstDay.slice(0, 4)}-${monthAndDay}`);
  if (!indexOf.has(date)) throw new Error(`${date} is not a workday`);
  return date;
}

/** So many workdays later, or earlier. */
export function shift(date: BusinessDate, count: number): BusinessDate {
  const index = indexOf.get(date);
  const found = index === undefined ? undefined : workdays[index + count];
  if (!found) throw new Error(`no workday ${count} from ${date} within the year`);
  return found;
}

/** The last workday not later than that day. */
export function workdayUntil(date: BusinessDate): BusinessDate {
  let found = date;
  while (!indexOf.has(found)) found = addDays(found, -1);
  return found;
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
