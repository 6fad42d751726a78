/** What insight computed beside what was published, and whether every figure opens down to the records it counts (rules.md 16). */
import type { Figures } from '../figures.js';
import { columns } from './columns.js';

export interface Computed {
  readonly value: number;
  /** What the records behind the figure come to. */
  readonly opened: number;
}
export type Verdict = 'same' | 'DIFFERENT' | 'NOT ITS RECORDS' | 'later';
export interface Line {
  readonly figure: string;
  readonly published: number;
  readonly computed: Computed | undefined;
  readonly verdict: Verdict;
}

const YUAN = /Yuan$/;

/** Insight counts money in fen, under the name of the thing alone. */
export function indicatorOf(figure: string): string {
  return figure.replace(YUAN, '');
}

/** In the unit of the published figure. */
export function inUnitOf(figure: string, value: number): number {
  return YUAN.test(figure) ? value / 100 : value;
}

export function compare(
  published: Figures,
  later: Readonly<Record<string, string>>,
  computed: ReadonlyMap<string, Computed>,
): Line[] {
  return Object.entries(published).map(([figure, value]) => {
    const found = computed.get(figure);
    return { figure, published: value, computed: found, verdict: verdictOf(value, found, figure in later) };
  });
}

function verdictOf(published: number, computed: Computed | undefined, isLater: boolean): Verdict {
  if (isLater) return 'later';
  if (computed?.value !== published) return 'DIFFERENT';
  return computed.opened === published ? 'same' : 'NOT ITS RECORDS';
}

export function isExact(lines: readonly Line[]): boolean {
  return lines.every(({ verdict }) => verdict === 'same' || verdict === 'later');
}

export function tableOf(lines: readonly Line[]): string {
  const number = (value: number | undefined) => value?.toLocaleString('en-US') ?? '';
  return columns([
    ['figure', 'published', 'computed', 'records', ''],
    ...lines.map(({ figure, published, computed, verdict }) => [
      figure,
      number(published),
      number(computed?.value),
      number(computed?.opened),
      verdict,
    ]),
  ]);
}
