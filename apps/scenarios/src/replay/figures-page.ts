/** Asks insight for its figures as the office would, and opens each down to its records. */
import { listCountedRecords, listFigures, type Out } from '@xuncha/contracts';
import type { BusinessDate } from '@xuncha/domain-kit';
import type { Client } from './client.js';
import { indicatorOf, inUnitOf, type Computed } from './comparison.js';

type Figure = Out<typeof listFigures>['figures'][number];
type Counted = Out<typeof listCountedRecords>['items'][number];
export interface Period {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

export class FiguresPage {
  constructor(
    private readonly client: Client,
    private readonly viewer: string,
    private readonly period: Period,
  ) {}

  /** By the key of the published figure; figures that insight does not have are left out. */
  async read(keys: readonly string[]): Promise<Map<string, Computed>> {
    const { figures } = await this.client.ask(listFigures, this.period, this.viewer);
    const byIndicator = new Map(figures.map((figure) => [figure.indicator, figure]));
    const found = new Map<string, Computed>();
    for (const key of keys) {
      const figure = byIndicator.get(indicatorOf(key));
      if (!figure) continue;
      const opened = sizeOf(figure, await this.records(figure.indicator), byIndicator);
      found.set(key, { value: inUnitOf(key, figure.value), opened: inUnitOf(key, opened) });
    }
    return found;
  }

  private async records(indicator: string): Promise<Counted[]> {
    const records: Counted[] = [];
    for (let cursor: string | undefined; ;) {
      const page = { indicator, ...this.period, limit: 200, cursor };
      const { items, next } = await this.client.ask(listCountedRecords, page, this.viewer);
      records.push(...items);
      if (next === null) return records;
      cursor = next;
    }
  }
}

/** Amounts add up; all else is counted by what the records are counted as: a person in two records is one. */
function sizeOf(
  { unit, parts }: Figure,
  records: readonly Counted[],
  figures: ReadonlyMap<string, Figure>,
): number {
  const amounts = records.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const others = records.filter(({ amount }) => amount === null).flatMap(({ countedAs }) => countedAs);
  const size = amounts + new Set(others).size;
  if (unit !== 'percent') return size;
  return Math.round((size * 100) / figures.get(parts![1]!)!.value);
}
