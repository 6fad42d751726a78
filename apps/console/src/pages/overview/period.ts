/** Of which days the figures are: a round's, a year's or a term's. */
import { useAsk, useRights } from '../../api/hooks.js';
import { callOf, type Item } from '../../api/names.js';
import { useToday } from '../../kit/clock.js';

export type PeriodKind = 'round' | 'year' | 'term';
export interface Period {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}
export interface Chosen {
  readonly period?: PeriodKind;
  readonly of?: string;
}

const MOST = 100;

export function usePeriods(chosen: Chosen) {
  const today = useToday();
  const { may } = useRights();
  const rounds = useAsk('listRounds', { limit: MOST }, { when: may(callOf('listRounds').permission) });
  const terms = useAsk('listTerms', { limit: MOST }, { when: may(callOf('listTerms').permission) });
  const kind: PeriodKind = chosen.period ?? 'year';
  const choices: Readonly<Record<PeriodKind, readonly Period[]>> = {
    round: (rounds.data?.items ?? []).flatMap((round) => roundPeriod(round, today)),
    year: years(terms.data?.items ?? [], today),
    term: (terms.data?.items ?? []).map(({ id, name, firstDay, lastDay }) => ({
      id,
      name,
      from: firstDay,
      to: lastDay < today ? lastDay : today,
    })),
  };
  const of = choices[kind];
  return { kind, choices: of, period: of.find(({ id }) => id === String(chosen.of)) ?? of[0] };
}

/** From its first entry to its end; one that has not entered has no figures. */
function roundPeriod({ id, name, batches, state, closedOn }: Item<'listRounds'>, today: string): Period[] {
  const from = batches[0]!.entersOn;
  if (!['underway', 'reporting', 'closed'].includes(state) || from > today) return [];
  return [{ id, name, from, to: closedOn ?? today }];
}

/** From the first term's first year on, the latest first. */
function years(terms: readonly Item<'listTerms'>[], today: string): Period[] {
  const last = Number(today.slice(0, 4));
  const first = Math.min(last, ...terms.map(({ firstDay }) => Number(firstDay.slice(0, 4))));
  return Array.from({ length: last - first + 1 }, (_, back) => {
    const year = String(last - back);
    return { id: year, name: `${year} 年`, from: `${year}-01-01`, to: back === 0 ? today : `${year}-12-31` };
  });
}

export interface Bucket {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const MONTHS_AT_MOST = 13;
const QUARTER = 3;

/** Months, or quarters where there are many of them. */
export function bucketsOf({ from, to }: Pick<Period, 'from' | 'to'>): Bucket[] {
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
