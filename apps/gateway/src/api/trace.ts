/** W3C trace context: taken over where it is valid, begun here where it is not. */
import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

const VALID = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
const known = new WeakMap<FastifyRequest, string>();

/** The same for a request however often it is asked for. */
export function traceparentOf(request: FastifyRequest): string {
  let traceparent = known.get(request);
  if (traceparent === undefined) {
    const given = request.headers.traceparent;
    traceparent = typeof given === 'string' && VALID.test(given) ? given : begin();
    known.set(request, traceparent);
  }
  return traceparent;
}

function begin(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}
