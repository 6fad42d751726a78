/** Which contributions a figure takes: conditions on `counted`, by the days of the period and by what the viewer may know. */
import { addDays, idToBytes, type BusinessDate } from '@xuncha/domain-kit';
import type { Caller } from '@xuncha/service-kit';
import type { Dating } from '../indicator/indicator.js';
import { FOREVER } from './counting.js';

export interface Period {
  readonly from?: BusinessDate | undefined;
  readonly to?: BusinessDate | undefined;
}
/** Continues a WHERE. */
export interface Clause {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What the viewer is recused from is in no number. */
export function excluding(viewer: Caller): Clause {
  const recused = [...viewer.access.recused].map(idToBytes);
  return recused.length > 0
    ? { sql: 'AND organization_id NOT IN (?)', values: [recused] }
    : { sql: '', values: [] };
}

/** First and last day included. */
export function during(
  dating: Dating,
  viewer: Caller,
  indicators: readonly string[],
  period: Period,
): Clause {
  switch (dating) {
    case 'each':
      return between(period);
    case 'first':
      return both(between(period), notBefore(viewer, indicators, period));
    case 'standing':
      return period.to
        ? { sql: 'AND happened_on <= ? AND until_on > ?', values: [period.to, period.to] }
        : { sql: 'AND until_on = ?', values: [FOREVER] };
    case 'handedUp':
      return period.from && period.to
        ? { sql: 'AND happened_on = ? AND until_on = ?', values: [period.from, addDays(period.to, 1)] }
        : { sql: 'AND FALSE', values: [] };
  }
}

function between({ from, to }: Period): Clause {
  const parts = [from && 'AND happened_on >= ?', to && 'AND happened_on <= ?'].filter(Boolean);
  return { sql: parts.join(' '), values: [from, to].filter(Boolean) };
}

/** What counted earlier than the period counts there and not again. */
function notBefore(viewer: Caller, indicators: readonly string[], { from }: Period): Clause {
  if (!from) return { sql: '', values: [] };
  const exclusion = excluding(viewer);
  return {
    sql: `AND (indicator, unit) NOT IN
      (SELECT indicator, unit FROM counted WHERE site = ? AND indicator IN (?) AND happened_on < ? ${exclusion.sql})`,
    values: [viewer.site, indicators, from, ...exclusion.values],
  };
}

export function both(a: Clause, b: Clause): Clause {
  return { sql: `${a.sql} ${b.sql}`, values: [...a.values, ...b.values] };
}
