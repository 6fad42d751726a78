/** Values of figures and the records behind them, each as this viewer may know them: what they are recused from is not in the number. */
import { Injectable } from '@nestjs/common';
import type { In, listCountedRecords, Page } from '@xuncha/contracts';
import { idFromBytes, idToBytes, refuseUnless, type BusinessDate } from '@xuncha/domain-kit';
import { closeCursor, openCursor, type Caller } from '@xuncha/service-kit';
import { indicators } from '../indicator/definitions.js';
import { organizationOf } from './counting.js';

export interface Value {
  readonly units: number;
  readonly amount: number;
}
interface Row {
  indicator: string;
  units: number | string;
  amount: number | string;
}
export interface Period {
  readonly from?: BusinessDate | undefined;
  readonly to?: BusinessDate | undefined;
}
const DEFAULT_LIMIT = 50;

@Injectable()
export class Figures {
  /** From the running totals: as fast with a million records as with ten. */
  async total(viewer: Caller): Promise<Map<string, Value>> {
    const { sql, values } = excluding(viewer);
    const both = ['total', 'total_change'].map(
      (table) => `SELECT indicator, unit, records, amount FROM ${table} WHERE site = ? ${sql}`,
    );
    const rows = (await viewer.manager.query(
      `SELECT indicator, SUM(IF(unit = '', records, records > 0)) AS units, SUM(amount) AS amount
       FROM (SELECT indicator, unit, SUM(records) AS records, SUM(amount) AS amount
             FROM (${both.join(' UNION ALL ')}) AS changes GROUP BY indicator, unit) AS sums
       GROUP BY indicator`,
      [viewer.site, ...values, viewer.site, ...values],
    )) as Row[];
    return valuesOf(rows);
  }

  /** From what each record contributes; the dates are those the indicator goes by, first and last day included. */
  async within(viewer: Caller, period: Period): Promise<Map<string, Value>> {
    const exclusion = excluding(viewer);
    const dates = datesOf(period);
    const rows = (await viewer.manager.query(
      `SELECT indicator, COUNT(DISTINCT unit) AS units, SUM(amount) AS amount FROM counted
       WHERE site = ? ${exclusion.sql} ${dates.sql} GROUP BY indicator`,
      [viewer.site, ...exclusion.values, ...dates.values],
    )) as Row[];
    return valuesOf(rows);
  }

  /** The records a figure counts, by date (rules.md 16). */
  async records(viewer: Caller, input: In<typeof listCountedRecords>): Promise<Page<CountedLine>> {
    const indicator = indicators.find(({ id }) => id === input.indicator);
    refuseUnless(indicator, 'figure.unknown', { indicator: input.indicator });
    const exclusion = excluding(viewer);
    const dates = datesOf(input);
    const purpose = `figure|${indicator.id}|${viewer.site}`;
    const after = input.cursor ? openCursor(viewer, purpose, input.cursor) : null;
    const limit = input.limit ?? DEFAULT_LIMIT;
    const rows = (await viewer.manager.query(
      `SELECT record_id, organization_id, happened_on, SUM(amount) AS amount, JSON_ARRAYAGG(unit) AS units FROM counted
       WHERE site = ? AND indicator = ? ${exclusion.sql} ${dates.sql}
       ${after ? 'AND (happened_on > ? OR (happened_on = ? AND record_id > ?))' : ''}
       GROUP BY happened_on, record_id, organization_id ORDER BY happened_on, record_id LIMIT ?`,
      [
        viewer.site,
        indicator.id,
        ...exclusion.values,
        ...dates.values,
        ...(after ? [after[0], after[0], idToBytes(after[1])] : []),
        limit + 1,
      ],
    )) as {
      record_id: Buffer;
      organization_id: Buffer;
      happened_on: BusinessDate;
      amount: number | string;
      units: string[] | string;
    }[];
    const items = rows.slice(0, limit).map((row) => ({
      recordId: idFromBytes(row.record_id),
      kind: indicator.of,
      organizationId: organizationOf(row.organization_id),
      on: row.happened_on,
      amount: indicator.measure === 'fen' ? Number(row.amount) : null,
      countedAs: unitsOf(row.units),
    }));
    const last = items.at(-1);
    const next = rows.length > limit && last ? closeCursor(viewer, purpose, [last.on, last.recordId]) : null;
    return { items, next };
  }
}

export interface CountedLine {
  recordId: string;
  kind: string;
  organizationId: string | null;
  on: BusinessDate;
  amount: number | null;
  countedAs: string[];
}
interface Clause {
  readonly sql: string;
  readonly values: readonly unknown[];
}

function excluding(viewer: Caller): Clause {
  const recused = [...viewer.access.recused].map(idToBytes);
  return recused.length > 0
    ? { sql: 'AND organization_id NOT IN (?)', values: [recused] }
    : { sql: '', values: [] };
}

function datesOf({ from, to }: Period): Clause {
  const parts = [from && 'AND happened_on >= ?', to && 'AND happened_on <= ?'].filter(Boolean);
  return { sql: parts.join(' '), values: [from, to].filter(Boolean) };
}

/** MySQL has a type for JSON, which the driver parses; for MariaDB it is text. */
function unitsOf(units: string[] | string): string[] {
  return typeof units === 'string' ? (JSON.parse(units) as string[]) : units;
}

function valuesOf(rows: readonly Row[]): Map<string, Value> {
  return new Map(
    rows.map((row) => [row.indicator, { units: Number(row.units), amount: Number(row.amount) }]),
  );
}
