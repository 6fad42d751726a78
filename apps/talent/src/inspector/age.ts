import { addDays, addMonths, yearOf, type BusinessDate } from '@xuncha/domain-kit';

/** In whole years. */
export function ageOn(born: BusinessDate, on: BusinessDate): number {
  const birthdayToCome = on.slice(5) < born.slice(5);
  return yearOf(on) - yearOf(born) - (birthdayToCome ? 1 : 0);
}

/** First and last birthday of those who are of these ages on a day; open where no age is asked. */
export function birthdays(
  { youngest, oldest }: { readonly youngest?: number | undefined; readonly oldest?: number | undefined },
  on: BusinessDate,
): [first: BusinessDate | undefined, last: BusinessDate | undefined] {
  return [
    oldest === undefined ? undefined : addDays(addMonths(on, -12 * (oldest + 1)), 1),
    youngest === undefined ? undefined : addMonths(on, -12 * youngest),
  ];
}
