/** A period cut into parts that a trend is drawn by. */
export interface Bucket {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const MONTHS_AT_MOST = 13;
const QUARTER = 3;

/** Months, or quarters where there are many of them. */
export function bucketsOf({ from, to }: Omit<Bucket, 'name'>): Bucket[] {
  const [first, last] = [monthOf(from), monthOf(to)];
  const isLong = last - first + 1 > MONTHS_AT_MOST;
  const size = isLong ? QUARTER : 1;
  const begin = isLong ? first - (first % QUARTER) : first;
  const buckets: Bucket[] = [];
  for (let month = begin; month <= last; month += size) {
    const [start, end] = [firstDayOf(month), lastDayOf(month + size - 1)];
    buckets.push({
      name: isLong
        ? `${Math.floor(month / 12)} 年 ${Math.floor((month % 12) / QUARTER) + 1} 季度`
        : `${(month % 12) + 1} 月`,
      from: start < from ? from : start,
      to: end > to ? to : end,
    });
  }
  return buckets;
}

/** Months since the year 0. */
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstDayOf = (month: number) =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
const lastDayOf = (month: number) => {
  const after = Date.parse(`${firstDayOf(month + 1)}T00:00:00Z`);
  return new Date(after - 1).toISOString().slice(0, 10);
};
