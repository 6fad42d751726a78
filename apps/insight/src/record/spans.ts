/** As what something stands in a register or pool, span by span; the same kind told again changes nothing. */
import type { BusinessDate } from '@xuncha/domain-kit';
import type { Span } from './record.js';

export function begin<K extends string>(spans: readonly Span<K>[], as: K, on: BusinessDate): Span<K>[] {
  const last = spans.at(-1);
  if (last?.until === null && last.as === as) return [...spans];
  return [...end(spans, on), { as, from: on, until: null }];
}

/** A span that ends on the day it began was never one. */
export function end<K extends string>(spans: readonly Span<K>[], on: BusinessDate): Span<K>[] {
  return spans
    .map((span) => (span.until === null ? { ...span, until: on } : span))
    .filter(({ from, until }) => until === null || until > from);
}
