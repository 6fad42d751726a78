/** SP-6: more than six months in a row in one year, and an excellent grade does not count against the quota of the person's unit. */
import { addDays, addMonths, daysBetween, parseDate, type BusinessDate } from '@xuncha/domain-kit';

const moreThanMonths = 6;

/** First and last day in a team; still there where the last is missing. */
interface Stay {
  readonly from: BusinessDate;
  readonly to: BusinessDate | null;
}
export interface Run {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** The longest time in teams without a day between, within one year and up to `today`; null where there is none. */
export function longestRun(stays: readonly Stay[], year: number, today: BusinessDate): Run | null {
  const [firstDay, lastDay] = [parseDate(`${year}-01-01`), parseDate(`${year}-12-31`)];
  const end = today < lastDay ? today : lastDay;
  const within = stays
    .map(({ from, to }) => ({
      from: from < firstDay ? firstDay : from,
      to: to === null || to > end ? end : to,
    }))
    .filter(({ from, to }) => from <= to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const runs: Run[] = [];
  for (const stay of within) {
    const last = runs.at(-1);
    if (!last || stay.from > addDays(last.to, 1)) runs.push(stay);
    else if (stay.to > last.to) runs[runs.length - 1] = { from: last.from, to: stay.to };
  }
  return runs.toSorted((a, b) => daysBetween(b.from, b.to) - daysBetween(a.from, a.to))[0] ?? null;
}

/** Whole months. */
export function monthsOf({ from, to }: Run): number {
  let months = 0;
  while (addMonths(from, months + 1) <= addDays(to, 1)) months++;
  return months;
}

export function isOutsideQuota({ from, to }: Run): boolean {
  return addMonths(from, moreThanMonths) < addDays(to, 1);
}
