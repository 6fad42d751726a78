/** An event as it stands in the journal and travels over the broker: CloudEvents 1.0 in binary mode (lifecycle.md, Events). */
import { headers, type MsgHdrs } from '@nats-io/transport-node';
import type { Classification } from '@xuncha/contracts';

export interface Envelope<B = Record<string, unknown>> {
  /** UUIDv7; identity only, order is `ordinal`. */
  id: string;
  /** Service that published it. */
  source: string;
  /** `service.aggregate.event`. */
  type: string;
  site: string;
  aggregateId: string;
  /** Version of the aggregate that this event is. */
  version: number;
  classification: Classification;
  /** Account that acted; null where the system did. */
  actor: string | null;
  /** Business date on which it happened. */
  effective: string;
  /** Instant at which it was recorded. */
  time: string;
  causation: string | null;
  correlation: string;
  traceparent: string | null;
  epoch: number;
  /** Gap-free within site and service. */
  number: number;
  /** Gap-free within the service: publishing order. */
  ordinal: number;
  body: B;
}

/** `<prefix>.<service>.<site>.<aggregate>.<event>` */
export function subjectOf(prefix: string, event: Pick<Envelope, 'type' | 'site'>): string {
  const [service, aggregate, name] = event.type.split('.');
  return `${prefix}.${service}.${event.site}.${aggregate}.${name}`;
}
/** Filter for every event of an aggregate, in all sites. */
export function filterOf(prefix: string, service: string, aggregate: string): string {
  return `${prefix}.${service}.*.${aggregate}.*`;
}
export function streamName(prefix: string, service: string): string {
  return `${prefix}-${service}`;
}
/** Subject of a command or query; outside every stream. */
export function callSubject(prefix: string, contract: string): string {
  return `${prefix}-call.${contract}`;
}

const TEXT = ['id', 'source', 'type', 'site', 'classification', 'effective', 'time', 'correlation'] as const;
const OPTIONAL = ['actor', 'causation', 'traceparent'] as const;
const NUMBERS = ['version', 'epoch', 'number', 'ordinal'] as const;

export function toHeaders(event: Omit<Envelope, 'body'>): MsgHdrs {
  const result = headers();
  result.set('ce-specversion', '1.0');
  result.set('ce-subject', event.aggregateId);
  result.set('ce-dataschema', `/asyncapi.yaml#/components/messages/${event.type}`);
  for (const name of TEXT) result.set(`ce-${name}`, event[name]);
  for (const name of NUMBERS) result.set(`ce-${name}`, String(event[name]));
  for (const name of OPTIONAL) if (event[name] !== null) result.set(`ce-${name}`, event[name]);
  return result;
}

/** Throws where a header is missing or malformed; such a message was not written by a relay. */
export function fromMessage(message: { headers?: MsgHdrs; data: Uint8Array }): Envelope {
  const found = message.headers;
  const event: Record<string, unknown> = { aggregateId: required(found, 'ce-subject') };
  for (const name of TEXT) event[name] = required(found, `ce-${name}`);
  for (const name of OPTIONAL) event[name] = found?.get(`ce-${name}`) || null;
  for (const name of NUMBERS) {
    const value = Number(required(found, `ce-${name}`));
    if (!Number.isSafeInteger(value)) throw new Error(`event header ce-${name} is not a number`);
    event[name] = value;
  }
  event.body = JSON.parse(Buffer.from(message.data).toString('utf8'));
  return event as unknown as Envelope;
}

function required(found: MsgHdrs | undefined, name: string): string {
  const value = found?.get(name);
  if (!value) throw new Error(`event header ${name} is missing`);
  return value;
}
