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
