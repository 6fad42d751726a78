/** The services behind the gateway, asked by contract over the broker, for whoever sent the request. */
import type { NatsConnection } from '@nats-io/transport-node';
import { SiteCode, type CommandContract, type In, type Out, type QueryContract } from '@xuncha/contracts';
import { refuse, refuseIf } from '@xuncha/domain-kit';
import { call, type CallContext } from '@xuncha/service-kit';
import type { FastifyRequest } from 'fastify';
import { traceparentOf } from './api/trace.js';

const BEARER = /^Bearer +([\w.-]+)$/i;
const KEY = /^[\x21-\x7e]{1,100}$/;

export class Services {
  constructor(
    readonly nats: NatsConnection,
    readonly prefix: string,
  ) {}

  /** Throws DomainError: what the service refused, or that it is away or slow. */
  async ask<C extends CommandContract | QueryContract>(
    contract: C,
    input: In<C>,
    request: FastifyRequest,
  ): Promise<Out<C>> {
    return (await call(this.nats, this.prefix, contract, input, contextOf(request))) as Out<C>;
  }
}

/** The token of the request, for what the gateway itself asks of it. Refuses with `session.missing`. */
export function tokenOf(request: FastifyRequest): string {
  return BEARER.exec(request.headers.authorization ?? '')?.[1] ?? refuse('session.missing');
}

function contextOf(request: FastifyRequest): CallContext {
  const { authorization } = request.headers;
  return {
    token: authorization === undefined ? undefined : tokenOf(request),
    site: siteOf(request),
    idempotencyKey: keyOf(request),
    traceparent: traceparentOf(request),
    correlation: request.id,
    origin: request.ip,
  };
}

export function siteOf(request: FastifyRequest): string | undefined {
  const site = request.headers['x-xc-site'];
  refuseIf(site !== undefined && !SiteCode.safeParse(site).success, 'site.unknown', { site });
  return site as string | undefined;
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key !== undefined && !KEY.test(String(key)))
    refuse('request.invalid', { errors: [{ field: 'Idempotency-Key', code: 'invalid_format' }] });
  return key as string | undefined;
}
