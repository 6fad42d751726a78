import { idFromBytes } from '@xuncha/domain-kit';
import type { Classification } from '@xuncha/contracts';
import type { Envelope } from '../envelope.js';
import type { SealedRow } from './sealer.js';

/** A sealed journal row as the event that is published; the body stays the text it is. */
export function eventOf(source: string, row: SealedRow): Envelope<string> {
  return {
    id: idFromBytes(row.id),
    source,
    type: row.type,
    site: row.site,
    aggregateId: idFromBytes(row.aggregateId),
    version: row.version,
    classification: row.classification as Classification,
    actor: row.actor && idFromBytes(row.actor),
    effective: row.effective,
    time: row.recordedAt,
    causation: row.causation && idFromBytes(row.causation),
    correlation: idFromBytes(row.correlation),
    traceparent: row.traceparent,
    epoch: row.epoch,
    number: row.number,
    ordinal: row.ordinal,
    body: row.body,
  };
}
