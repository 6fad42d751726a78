/** What the edge itself insists on, whatever is asked: TLS where it has a certificate, patience with an end, headers for browsers. */
import { readFileSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayConfig } from './config.js';

/** Longest that somebody may take to send the headers, and all of a request: a file of the largest size at 2 Mbit/s. */
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 300_000;
const LOOK_EVERY_MS = 2_000;
const MOST_HEADER_BYTES = 16 * 1024;
/** The longest part of an address that a contract has, an id, and then some. */
const MOST_PARAMETER_CHARACTERS = 128;

/** A browser that is led here runs nothing, frames nothing and tells nobody where it came from. */
const forBrowsers = {
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};
const overTls = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

/** Nothing here names a program or its version. Pages of the gateway's own bring a policy that lets in their parts. */
export function headersOf({ tls }: Pick<GatewayConfig, 'tls'>): Readonly<Record<string, string>> {
  return tls ? { ...forBrowsers, ...overTls } : forBrowsers;
}

/** For Fastify. `frameworkErrors` answers what it refuses by itself; what is not even HTTP is answered with 400 and hung up on. */
export function serverOptions(
  { tls }: Pick<GatewayConfig, 'tls'>,
  frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void,
) {
  const limits = {
    headersTimeout: HEADERS_WITHIN_MS,
    requestTimeout: REQUEST_WITHIN_MS,
    connectionsCheckingInterval: LOOK_EVERY_MS,
    maxHeaderSize: MOST_HEADER_BYTES,
  };
  return {
    requestTimeout: REQUEST_WITHIN_MS,
    routerOptions: { maxParamLength: MOST_PARAMETER_CHARACTERS },
    frameworkErrors,
    ...(tls
      ? {
          https: {
            ...limits,
            minVersion: 'TLSv1.2' as const,
            cert: readFileSync(tls.cert),
            key: readFileSync(tls.key),
          },
        }
      : { http: limits }),
  };
}
