/** Who listens to what, and what one consumer therefore reads from one source service. */
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../envelope.js';

export interface Listener {
  /** Whose version table this belongs to; several listeners of one service share a consumer. */
  readonly consumer: string;
  /** `service.aggregate.event` */
  readonly type: string;
  /** All it writes goes through the manager, so that effect and version commit together or not at all. */
  handle(event: Envelope, manager: EntityManager): Promise<void>;
}

/** Whole aggregates of one source: types without a handler only move the version. */
export interface Reading {
  readonly consumer: string;
  readonly source: string;
  readonly aggregates: readonly string[];
  readonly handlers: ReadonlyMap<string, Listener['handle']>;
}

export function readingsOf(listeners: readonly Listener[]): Reading[] {
  const readings = new Map<string, { reading: Reading; handlers: Map<string, Listener['handle']> }>();
  for (const listener of listeners) {
    const { consumer, type } = listener;
    const [source, aggregate] = type.split('.') as [string, string];
    const key = `${consumer}/${source}`;
    const { reading, handlers } = readings.get(key) ?? { reading: undefined, handlers: new Map() };
    if (handlers.has(type)) throw new Error(`${consumer} has two listeners to ${type}`);
    handlers.set(type, (event, manager) => listener.handle(event, manager));
    const aggregates = [...new Set([...(reading?.aggregates ?? []), aggregate])].toSorted();
    readings.set(key, { reading: { consumer, source, aggregates, handlers }, handlers });
  }
  return [...readings.values()].map(({ reading }) => reading);
}
