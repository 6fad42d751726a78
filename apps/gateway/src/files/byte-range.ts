/** Which part of a file a request asks for (RFC 9110, 14). */
import { refuseIf } from '@xuncha/domain-kit';
import type { Span } from '@xuncha/service-kit';

const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/** Undefined: all of it, as also where the header is none, or asks for several parts. Refuses with `file.range`. */
export function spanAsked(range: string | undefined, bytes: number): Span | undefined {
  const [, first = '', last = ''] = RANGE.exec((range ?? '').replaceAll(/[ \t]/g, '')) ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') return satisfied({ start: Math.max(0, bytes - Number(last)), end: bytes }, bytes);
  const start = Number(first);
  if (last === '') return satisfied({ start, end: bytes }, bytes);
  const end = Number(last) + 1;
  return end <= start ? undefined : satisfied({ start, end: Math.min(end, bytes) }, bytes);
}

function satisfied(span: Span, bytes: number): Span {
  refuseIf(span.start >= bytes, 'file.range', { size: bytes });
  return span;
}
