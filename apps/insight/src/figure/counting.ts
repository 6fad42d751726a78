/** Keeps `counted` equal to what the indicators say of every record, and notes each difference for the running totals. */
import { Injectable } from '@nestjs/common';
import { idFromBytes, idToBytes, type BusinessDate } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import { indicators } from '../indicator/definitions.js';
import type { CountedRecord, Indicator, RecordKind, Surroundings } from '../indicator/indicator.js';

interface Line {
  readonly indicator: string;
  readonly unit: string;
  readonly organization: Buffer;
  readonly on: BusinessDate;
  readonly amount: number;
}
const NO_ORGANIZATION = Buffer.alloc(16);

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
    await this.noteChanges(act, record, gone, come);
  }

  private async counted(act: Act, record: CountedRecord): Promise<Line[]> {
    const rows = (await act.manager.query(
      'SELECT indicator, unit, organization_id, happened_on, amount FROM counted WHERE site = ? AND record_id = ?',
      [act.site, idToBytes(record.id)],
    )) as {
      indicator: string;
      unit: string;
      organization_id: Buffer;
      happened_on: BusinessDate;
      amount: number;
    }[];
    return rows.map((row) => ({
      indicator: row.indicator,
      unit: row.unit,
      organization: row.organization_id,
      on: row.happened_on,
      amount: Number(row.amount),
    }));
  }

  private async remove(act: Act, record: CountedRecord, lines: readonly Line[]): Promise<void> {
    for (const line of lines)
      await act.manager.query(
        'DELETE FROM counted WHERE site = ? AND indicator = ? AND record_id = ? AND unit = ?',
        [act.site, line.indicator, idToBytes(record.id), line.unit],
      );
  }

  private async insert(act: Act, record: CountedRecord, lines: readonly Line[]): Promise<void> {
    if (lines.length === 0) return;
    await act.manager.query(
      `INSERT INTO counted (site, indicator, record_id, unit, organization_id, happened_on, amount)
       VALUES ${lines.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
      lines.flatMap((line) => [
        act.site,
        line.indicator,
        idToBytes(record.id),
        line.unit,
        line.organization,
        line.on,
        line.amount,
      ]),
    );
  }

  private async noteChanges(
    act: Act,
    record: CountedRecord,
    gone: readonly Line[],
    come: readonly Line[],
  ): Promise<void> {
    const changes = [...gone.map((line) => [line, -1] as const), ...come.map((line) => [line, 1] as const)];
    await act.manager.query(
      `INSERT INTO total_change (site, indicator, organization_id, unit, records, amount)
       VALUES ${changes.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
      changes.flatMap(([line, sign]) => [
        act.site,
        line.indicator,
        line.organization,
        totalUnit(record, line.unit),
        sign,
        sign * line.amount,
      ]),
    );
  }
}

/** Units that are the record itself need no row of their own in the totals. */
function totalUnit(record: CountedRecord, unit: string): string {
  return unit === record.id ? '' : unit;
}

function linesOf(record: CountedRecord, around: Surroundings): Line[] {
  const organization = record.organizationId ? idToBytes(record.organizationId) : NO_ORGANIZATION;
  return (byKind.get(record.kind) ?? []).flatMap((indicator) =>
    indicator
      .contributions(record, around)
      .map(({ unit, on, amount }) => ({ indicator: indicator.id, unit, organization, on, amount })),
  );
}

function same(a: Line, b: Line): boolean {
  return (
    a.indicator === b.indicator &&
    a.unit === b.unit &&
    a.on === b.on &&
    a.amount === b.amount &&
    a.organization.equals(b.organization)
  );
}

export const organizationOf = (bytes: Buffer) => (bytes.equals(NO_ORGANIZATION) ? null : idFromBytes(bytes));
