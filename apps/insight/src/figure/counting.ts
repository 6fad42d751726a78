/** Keeps `counted` equal to what the indicators say of every record, and notes each difference for the running totals. */
import { Injectable } from '@nestjs/common';
import { idFromBytes, idToBytes, type BusinessDate } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import { indicators } from '../indicator/definitions.js';
import type { Indicator } from '../indicator/indicator.js';
import type { CountedRecord, RecordKind, Surroundings } from '../record/record.js';

interface Line {
  readonly indicator: string;
  readonly unit: string;
  readonly team: string;
  readonly organization: Buffer;
  readonly on: BusinessDate;
  readonly until: BusinessDate;
  readonly amount: number;
}
const NO_ORGANIZATION = Buffer.alloc(16);
const NO_TEAM = '';
/** Until then holds what has no end. */
export const FOREVER = '9999-12-31' as BusinessDate;

const byKind = new Map<RecordKind, Indicator[]>();
for (const indicator of indicators)
  byKind.set(indicator.of, [...(byKind.get(indicator.of) ?? []), indicator]);

@Injectable()
export class Counting {
  async recount(act: Act, record: CountedRecord, around: Surroundings): Promise<void> {
    const before = await this.counted(act, record);
    const after = linesOf(record, around);
    const gone = before.filter((line) => !after.some((other) => same(line, other)));
    const come = after.filter((line) => !before.some((other) => same(line, other)));
    if (gone.length === 0 && come.length === 0) return;
    await this.remove(act, record, gone);
    await this.insert(act, record, come);
    await this.noteChanges(act, changesBetween(sharesOf(record, before), sharesOf(record, after)));
  }

  private async counted(act: Act, record: CountedRecord): Promise<Line[]> {
    const rows = (await act.manager.query(
      `SELECT indicator, unit, team, organization_id, happened_on, until_on, amount FROM counted
       WHERE site = ? AND record_id = ?`,
      [act.site, idToBytes(record.id)],
    )) as {
      indicator: string;
      unit: string;
      team: string;
      organization_id: Buffer;
      happened_on: BusinessDate;
      until_on: BusinessDate;
      amount: number;
    }[];
    return rows.map(({ organization_id: organization, happened_on: on, until_on: until, ...row }) => ({
      ...row,
      organization,
      on,
      until,
      amount: Number(row.amount),
    }));
  }

  private async remove(act: Act, record: CountedRecord, lines: readonly Line[]): Promise<void> {
    for (const line of lines)
      await act.manager.query(
        'DELETE FROM counted WHERE site = ? AND indicator = ? AND record_id = ? AND unit = ? AND happened_on = ?',
        [act.site, line.indicator, idToBytes(record.id), line.unit, line.on],
      );
  }

  private async insert(act: Act, record: CountedRecord, lines: readonly Line[]): Promise<void> {
    if (lines.length === 0) return;
    await act.manager.query(
      `INSERT INTO counted (site, indicator, record_id, unit, team, organization_id, happened_on, until_on, amount)
       VALUES ${lines.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
      lines.flatMap((line) => [
        act.site,
        line.indicator,
        idToBytes(record.id),
        line.unit,
        line.team,
        line.organization,
        line.on,
        line.until,
        line.amount,
      ]),
    );
  }

  private async noteChanges(act: Act, changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    await act.manager.query(
      `INSERT INTO total_change (site, indicator, organization_id, team, unit, records, amount)
       VALUES ${changes.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
      changes.flatMap(({ indicator, organization, team, unit, records, amount }) => [
        act.site,
        indicator,
        organization,
        team,
        unit,
        records,
        amount,
      ]),
    );
  }
}

function linesOf(record: CountedRecord, around: Surroundings): Line[] {
  const organization = record.organizationId ? idToBytes(record.organizationId) : NO_ORGANIZATION;
  const lines = new Map<string, Line>();
  for (const indicator of byKind.get(record.kind) ?? [])
    for (const { unit, on, until = FOREVER, team = NO_TEAM, amount = 0 } of indicator.contributions(
      record,
      around,
    ))
      // Two courses on one day are one unit on one day.
      lines.set([indicator.id, unit, on].join('|'), {
        indicator: indicator.id,
        unit,
        team,
        organization,
        on,
        until,
        amount,
      });
  return [...lines.values()];
}

function same(a: Line, b: Line): boolean {
  return (
    a.indicator === b.indicator &&
    a.unit === b.unit &&
    a.team === b.team &&
    a.on === b.on &&
    a.until === b.until &&
    a.amount === b.amount &&
    a.organization.equals(b.organization)
  );
}

type Share = Pick<Line, 'indicator' | 'organization' | 'team' | 'unit' | 'amount'>;
type Change = Share & { readonly records: number };

/** What a record brings to the running totals: a unit once, on however many days it counts. What came to an end is in no total. */
function sharesOf(record: CountedRecord, lines: readonly Line[]): Map<string, Share> {
  const shares = new Map<string, Share>();
  for (const line of lines.filter(({ until }) => until === FOREVER)) {
    const { indicator, organization, team } = line;
    // Units that are the record itself need no row of their own in the totals.
    const unit = line.unit === record.id ? '' : line.unit;
    const key = [indicator, organization.toString('hex'), team, unit].join('|');
    const amount = line.amount + (shares.get(key)?.amount ?? 0);
    shares.set(key, { indicator, organization, team, unit, amount });
  }
  return shares;
}

function changesBetween(before: Map<string, Share>, after: Map<string, Share>): Change[] {
  return [...new Map([...before, ...after])]
    .map(([key, share]) => ({
      ...share,
      records: Number(after.has(key)) - Number(before.has(key)),
      amount: (after.get(key)?.amount ?? 0) - (before.get(key)?.amount ?? 0),
    }))
    .filter(({ records, amount }) => records !== 0 || amount !== 0);
}

export const organizationOf = (bytes: Buffer) => (bytes.equals(NO_ORGANIZATION) ? null : idFromBytes(bytes));
