/** A route under /api/v1 for every command and query that has one. Nobody writes a controller for what a contract describes. */
import { allContracts, type CommandContract, type QueryContract } from '@xuncha/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GatewayMetrics } from '../operations/gateway-metrics.js';
import type { Services } from '../services.js';
import { inputOf, type Parts } from './input.js';

export const API = '/api/v1';

/** Fastify writes `:name` where a contract writes `{name}`. */
export const urlOf = (path: string) => API + path.replaceAll(/\{(\w+)\}/g, ':$1');

export function addContractRoutes(
  server: FastifyInstance,
  services: Services,
  metrics: GatewayMetrics,
): void {
  for (const contract of allContracts()) {
    if ((contract.kind !== 'command' && contract.kind !== 'query') || !contract.route) continue;
    server.route({
      method: contract.route.method,
      url: urlOf(contract.route.path),
      handler: (request) =>
        metrics.timed(contract.name, () => services.ask(contract, inputFrom(contract, request), request)),
    });
  }
}

function inputFrom(contract: CommandContract | QueryContract, request: FastifyRequest): never {
  const parts: Parts = {
    path: request.params as Parts['path'],
    query: request.query as Parts['query'],
    body: request.body ?? {},
  };
  return inputOf(contract, parts) as never;
}
