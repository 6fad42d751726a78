/** What operations may ask of the consumers of a running service, over core NATS; any replica answers for all. */
import { z } from 'zod';

/** Every service answers with what it holds back. */
export const heldSubject = (prefix: string) => `${prefix}-ops.held`;
export const controlSubject = (prefix: string, service: string) => `${prefix}-ops.consumers.${service}`;

const name = z.string().min(1);
export const Control = z.discriminatedUnion('do', [
  z.object({ do: z.literal('show'), consumer: name, aggregateId: z.uuid(), withBody: z.boolean() }),
  z.object({ do: z.literal('replay'), consumer: name, aggregateId: z.uuid() }),
  z.object({ do: z.literal('accept-epoch'), consumer: name, source: name, epoch: z.int().min(1) }),
  /** All projections of the service where no consumer is named. */
  z.object({ do: z.literal('rebuild'), consumer: name.optional() }),
  z.object({ do: z.literal('standing'), consumer: name }),
]);
export type Control = z.infer<typeof Control>;

/** The earliest version of an aggregate that is held back, and how many wait behind it. */
export interface HeldBack {
  readonly consumer: string;
  readonly source: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly state: 'waiting' | 'parked';
  readonly site: string;
  readonly type: string;
  readonly attempts: number;
  readonly since: string;
  readonly error: string | null;
  readonly behind: number;
}
/** A restored source whose new epoch nobody has accepted. */
export interface RefusedEpoch {
  readonly consumer: string;
  readonly source: string;
  readonly epoch: number;
}
export interface HeldReport {
  readonly service: string;
  readonly held: readonly HeldBack[];
  readonly refused: readonly RefusedEpoch[];
}

/** One kept version; the body only where it was asked for. */
export interface HeldVersion {
  readonly version: number;
  readonly state: 'waiting' | 'parked';
  readonly error: string | null;
  readonly event: Record<string, unknown>;
}

export interface Standing {
  readonly source: string;
  readonly isClearing: boolean;
  /** Everything up to here is applied. */
  readonly ordinal: number;
  /** Events not applied yet; null where the source has no stream to read from. */
  readonly lag: number | null;
}

export interface Replies {
  readonly show: readonly HeldVersion[];
  readonly replay: { readonly stillHeld: number; readonly error: string | null };
  readonly 'accept-epoch': { readonly isChanged: boolean };
  readonly rebuild: { readonly consumers: readonly string[] };
  readonly standing: readonly Standing[];
}
/** What the service answers where it cannot do what was asked. */
export interface Failed {
  readonly error: string;
}
