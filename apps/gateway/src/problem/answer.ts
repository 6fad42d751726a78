/** What went wrong, as RFC 9457 problem details. Nothing of an unforeseen error leaves the gateway but a number to find it by. */
import { HttpException, NotFoundException } from '@nestjs/common';
import { MAX_BODY_BYTES } from '@xuncha/contracts';
import { DomainError } from '@xuncha/domain-kit';
import { problemOf, type ProblemDetails } from '@xuncha/service-kit';
import { methodsAt } from '../api/addresses.js';
import { withTexts, type NamedFault } from './field-texts.js';

export interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ProblemDetails & { errors?: (NamedFault & { text: string })[]; correlation: string };
}
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly correlation: string;
}

/** What Fastify and Nest refuse by themselves, in the words of this system. */
const byStatus: Readonly<Record<number, DomainError>> = {
  400: new DomainError('request.malformed'),
  413: new DomainError('request.too-large', { limit: MAX_BODY_BYTES }),
  414: new DomainError('request.malformed'),
  415: new DomainError('request.media-type'),
};
/** Whoever meets these is asked to come again; seconds. */
const RETRY_AFTER: Readonly<Record<number, number>> = { 429: 5, 503: 1 };

/** Undefined: this is no refusal but a fault of ours; it is answered as `internal` and belongs into the log. */
export function refusalIn(error: unknown, asked: Pick<Asked, 'method' | 'path'>): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (error instanceof NotFoundException) return unknownAddress(asked);
  if (error instanceof HttpException) return byStatus[error.getStatus()];
  const { code, statusCode } = (error ?? {}) as { code?: string; statusCode?: number };
  return code?.startsWith('FST_') ? byStatus[statusCode ?? 500] : undefined;
}

export function problemFor(error: unknown, asked: Asked): Problem {
  const { code, facts } = refusalIn(error, asked) ?? new DomainError('internal');
  const details = problemOf(code, facts);
  const faults = code === 'request.invalid' ? { errors: withTexts(facts.errors) } : {};
  const body = { ...details, ...faults, correlation: asked.correlation };
  return { status: details.status, headers: headersFor(details), body };
}

function headersFor({ status, facts }: ProblemDetails): Record<string, string> {
  const wait = typeof facts.minutes === 'number' ? facts.minutes * 60 : RETRY_AFTER[status];
  return {
    'content-type': 'application/problem+json; charset=utf-8',
    ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(status === 416 ? { 'content-range': `bytes */${String(facts.size)}` } : {}),
    ...(status === 405 ? { allow: (facts.allowed as string[]).join(', ') } : {}),
  };
}

function unknownAddress({ method, path }: Pick<Asked, 'method' | 'path'>): DomainError {
  const allowed = methodsAt(path);
  if (allowed.length === 0) return new DomainError('request.unknown-address');
  return new DomainError('request.method', { method, allowed });
}
