/** Values of figures, each as this viewer may know it: what they are recused from is not in the number. */
import { Injectable } from '@nestjs/common';
import type { Caller } from '@xuncha/service-kit';
import { composedFigures, indicators } from '../indicator/definitions.js';
import { valueOf, type Dating } from '../indicator/indicator.js';
import { during, excluding, type Period } from './period.js';

interface Row {
  indicator: string;
  team: string;
  units: number | string;
  amount: number | string;
}

const byDating = new Map<Dating, string[]>();
for (const { dating, id } of indicators) byDating.set(dating, [...(byDating.get(dating) ?? []), id]);

@Injectable()
export class Figures {
  /** By id; figures that have nothing to show are left out. */
  async values(viewer: Caller, period: Period): Promise<Map<string, number>> {
    const isDated = period.from !== undefined || period.to !== undefined;
    const rows = isDated ? await this.within(viewer, period) : await this.total(viewer);
    const values = new Map<string, number>();
    const show = (id: string, value: number | undefined) => value !== undefined && values.set(id, value);
    for (const indicator of indicators) {
      const teams = rows
        .filter((row) => row.indicator === indicator.id)
        .map((row) => ({ units: Number(row.units), amount: Number(row.amount) }));
      show(indicator.id, valueOf(indicator, teams));
    }
    for (const figure of composedFigures) show(figure.id, figure.value(values));
    return values;
  }

  /** From the running totals: as fast with a million records as with ten. */
  private async total(viewer: Caller): Promise<Row[]> {
    const { sql, values } = excluding(viewer);
    const both = ['total', 'total_change'].map(
      (table) => `SELECT indicator, team, unit, records, amount FROM ${table} WHERE site = ? ${sql}`,
    );
    return (await viewer.manager.query(
      `SELECT indicator, team, SUM(IF(unit = '', records, 1)) AS units, SUM(amount) AS amount
       FROM (SELECT indicator, team, unit, SUM(records) AS records, SUM(amount) AS amount
             FROM (${both.join(' UNION ALL ')}) AS changes GROUP BY indicator, team, unit) AS sums
       WHERE records > 0 GROUP BY indicator, team`,
      [viewer.site, ...values, viewer.site, ...values],
    )) as Row[];
  }

  /** From what each record contributes. */
  private async within(viewer: Caller, period: Period): Promise<Row[]> {
    const exclusion = excluding(viewer);
    const rows: Row[] = [];
    for (const [dating, ids] of byDating) {
      const dates = during(dating, viewer, ids, period);
      const found = (await viewer.manager.query(
        `SELECT indicator, team, COUNT(DISTINCT unit) AS units, SUM(amount) AS amount FROM counted
         WHERE site = ? AND indicator IN (?) ${exclusion.sql} ${dates.sql} GROUP BY indicator, team`,
        [viewer.site, ids, ...exclusion.values, ...dates.values],
      )) as Row[];
      rows.push(...found);
    }
    return rows;
  }
}
