/** How a command or query travels over core NATS: request headers, answer headers, and the client side. */
import { headers, type Msg, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node';
import type { CommandContract, QueryContract } from '@xuncha/contracts';
import { DomainError, newId, type Id } from '@xuncha/domain-kit';
import { callSubject } from '../envelope.js';

export interface CallContext {
  readonly token?: string | undefined;
  /** Where it differs from the token's own site. */
  readonly site?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly traceparent?: string | null;
  readonly correlation?: Id;
  /** The client's address, as whoever let the call in saw it. */
  readonly origin?: string | undefined;
}

const CALL_TIMEOUT_MS = 15_000;

export interface Request {
  readonly contract: string;
  readonly token: string | undefined;
  readonly site: string | undefined;
  readonly key: string;
  readonly deadline: number;
  readonly correlation: Id;
  readonly traceparent: string | null;
  readonly origin: string | undefined;
  readonly input: unknown;
}

/** Asks whichever replica of the owning service takes it. Refusals come back as DomainError, everything else as `service.*`. */
export async function call(
  nats: NatsConnection,
  prefix: string,
  contract: CommandContract | QueryContract,
  input: unknown,
  context: CallContext,
): Promise<unknown> {
  const sent = headers();
  const set = (name: string, value: string | null | undefined) => value && sent.set(name, value);
  set('xc-token', context.token);
  set('xc-site', context.site);
  set('xc-key', context.idempotencyKey ?? newId());
  set('xc-deadline', String(Date.now() + CALL_TIMEOUT_MS));
  set('xc-correlation', context.correlation ?? newId());
  set('traceparent', context.traceparent);
  set('xc-origin', context.origin);
  let answer: Msg;
  try {
    answer = await nats.request(callSubject(prefix, contract.name), JSON.stringify(input), {
      timeout: CALL_TIMEOUT_MS,
      headers: sent,
    });
  } catch (error) {
    throw unreachable(contract.service, error);
  }
  const body = answer.data.length ? (answer.json() as Record<string, unknown>) : {};
  const refused = answer.headers?.get('xc-refused');
  if (refused) throw new DomainError(refused, body);
  return body;
}

function unreachable(service: string, error: unknown): DomainError {
  const text = String((error as Error).message ?? error);
  const code = /no responders/i.test(text) ? 'service.away' : 'service.slow';
  return new DomainError(code, { service });
}

/** Null where the message was not written by a kit. */
export function readRequest(message: Msg, prefix: string): Request | null {
  const found = message.headers;
  if (!found) return null;
  const text = (name: string) => found.get(name) || undefined;
  return {
    contract: message.subject.slice(callSubject(prefix, '').length),
    token: text('xc-token'),
    site: text('xc-site'),
    key: text('xc-key') ?? newId(),
    deadline: Number(text('xc-deadline') ?? Date.now() + CALL_TIMEOUT_MS),
    correlation: text('xc-correlation') ?? newId(),
    traceparent: text('traceparent') ?? null,
    origin: text('xc-origin'),
    input: parse(message),
  };
}

function parse(message: Msg): unknown {
  try {
    return message.data.length ? message.json() : {};
  } catch {
    return undefined;
  }
}

export function refusalHeaders(code: string): MsgHdrs {
  const result = headers();
  result.set('xc-refused', code);
  return result;
}
