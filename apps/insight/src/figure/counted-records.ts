/** The records behind a figure, by date, as this viewer may know them (rules.md 16). */
import { Injectable } from '@nestjs/common';
import type { In, listCountedRecords, Out } from '@xuncha/contracts';
import { idFromBytes, idToBytes, refuseUnless, type BusinessDate } from '@xuncha/domain-kit';
import { closeCursor, openCursor, type Caller } from '@xuncha/service-kit';
import { composedFigures, indicators } from '../indicator/definitions.js';
import type { Indicator } from '../indicator/indicator.js';
import { organizationOf } from './counting.js';
import { both, during, excluding, type Clause, type Period } from './period.js';

interface Row {
  indicator: string;
  record_id: Buffer;
  organization_id: Buffer;
  happened_on: BusinessDate;
  team: string;
  amount: number | string;
  units: string[] | string;
}
type Answer = Out<typeof listCountedRecords>;
const DEFAULT_LIMIT = 50;

@Injectable()
export class CountedRecords {
  async page(viewer: Caller, input: In<typeof listCountedRecords>): Promise<Answer> {
    const opened = openedBy(input.indicator);
    refuseUnless(opened.length > 0, 'figure.unknown', { indicator: input.indicator });
    const purpose = `figure|${input.indicator}|${viewer.site}`;
    const after = input.cursor ? openCursor(viewer, purpose, input.cursor) : null;
    const limit = input.limit ?? DEFAULT_LIMIT;
    const taken = both(takenBy(viewer, opened, input), excluding(viewer));
    const rows = (await viewer.manager.query(
      `SELECT indicator, record_id, organization_id, happened_on, MAX(team) AS team, SUM(amount) AS amount,
         JSON_ARRAYAGG(unit) AS units
       FROM counted WHERE site = ? ${taken.sql}
       ${after ? 'AND (happened_on > ? OR (happened_on = ? AND record_id > ?))' : ''}
       GROUP BY indicator, happened_on, record_id, organization_id ORDER BY happened_on, record_id LIMIT ?`,
      [viewer.site, ...taken.values, ...(after ? [after[0], after[0], idToBytes(after[1])] : []), limit + 1],
    )) as Row[];
    const items = rows.slice(0, limit).map(toRecord);
    const last = items.at(-1);
    const next = rows.length > limit && last ? closeCursor(viewer, purpose, [last.on, last.recordId]) : null;
    return { items, next };
  }
}

function openedBy(figure: string): Indicator[] {
  const ids = composedFigures.find(({ id }) => id === figure)?.opensTo ?? [figure];
  return indicators.filter(({ id }) => ids.includes(id));
}

function takenBy(viewer: Caller, opened: readonly Indicator[], period: Period): Clause {
  const clauses = opened.map(({ id, dating }) => ({ id, ...during(dating, viewer, [id], period) }));
  return {
    sql: `AND (${clauses.map(({ sql }) => `(indicator = ? ${sql})`).join(' OR ')})`,
    values: clauses.flatMap(({ id, values }) => [id, ...values]),
  };
}

function toRecord(row: Row): Answer['items'][number] {
  const { of, tally } = indicators.find(({ id }) => id === row.indicator)!;
  return {
    recordId: idFromBytes(row.record_id),
    kind: of,
    organizationId: organizationOf(row.organization_id),
    on: row.happened_on,
    amount: tally === 'amounts' ? Number(row.amount) : null,
    countedAs: unitsOf(row.units),
    ...(row.team && { team: row.team }),
  };
}

/** MySQL has a type for JSON, which the driver parses; for MariaDB it is text. */
function unitsOf(units: string[] | string): string[] {
  return typeof units === 'string' ? (JSON.parse(units) as string[]) : units;
}
