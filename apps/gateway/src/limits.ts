/** Keeps any one account or address from taking the gateway for itself. */
import rateLimit from '@fastify/rate-limit';
import { DomainError } from '@xuncha/domain-kit';
import type { Tokens } from '@xuncha/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { tokenOf } from './services.js';

/** Of an address from which nobody shows a valid token: enough for an office behind one address to sign in, not for guessing. */
const STRANGERS_PER_MINUTE = 600;

export async function addLimits(
  server: FastifyInstance,
  tokens: Tokens,
  callsPerMinute: number,
): Promise<void> {
  await server.register(rateLimit, {
    timeWindow: 60_000,
    keyGenerator: (request) => accountOf(request, tokens) ?? request.ip,
    max: (request) => (accountOf(request, tokens) ? callsPerMinute : STRANGERS_PER_MINUTE),
    errorResponseBuilder: () => new DomainError('request.too-many'),
    allowList: ({ url }) => url === '/health' || url === '/metrics' || url.startsWith('/assets/'),
  });
}

function accountOf(request: FastifyRequest, tokens: Tokens): string | undefined {
  try {
    return tokens.verify(tokenOf(request)).sub;
  } catch {
    return undefined;
  }
}
