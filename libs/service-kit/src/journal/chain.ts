/**
 * The hash chain over one site's journal rows of one service. The relay writes it and the verifier computes it again by this
 * one function, so that whoever has the rows alone can prove that none was edited, removed or moved.
 */
import { hash } from 'node:crypto';

/** A journal row exactly as stored: ids and hashes as bytes, dates and instants as text. */
export interface JournalRow {
  position: number;
  id: Buffer;
  epoch: number;
  site: string;
  aggregate: string;
  aggregateId: Buffer;
  version: number;
  type: string;
  classification: string;
  actor: Buffer | null;
  effective: string;
  recordedAt: string;
  causation: Buffer | null;
  correlation: Buffer;
  traceparent: string | null;
  body: string;
  rowHash: Buffer;
  /** What the actor was allowed by, and the roles that give it; null where the system itself acted. */
  permission: string | null;
  roles: string | null;
  /** The client's address as the gateway saw it, and the session of the token. */
  origin: string | null;
  session: Buffer | null;
}

/** What to select from `journal j` for a JournalRow. Instants are formatted by the server: a Date would lose microseconds. */
export const JOURNAL_ROW = `j.position, j.id, j.epoch, j.site, j.aggregate, j.aggregate_id AS aggregateId, j.version, j.type,
  j.classification, j.actor, DATE_FORMAT(j.effective, '%Y-%m-%d') AS effective,
  DATE_FORMAT(j.recorded_at, '%Y-%m-%dT%H:%i:%s.%fZ') AS recordedAt, j.causation, j.correlation, j.traceparent, j.body,
  j.row_hash AS rowHash, j.permission, j.roles, j.origin, j.session_id AS session`;

/** Stands before the first row of every site. */
export const CHAIN_START: Buffer = Buffer.alloc(32);

/** SHA-256 of the previous row's hash followed by this row's canonical text. */
export function chainHash(previous: Buffer, number: number, row: JournalRow): Buffer {
  return linkHash(previous, Buffer.from(canonicalText(number, row)));
}

/** The same of a text that is canonical already, as exports carry it. */
export function linkHash(previous: Buffer, text: Buffer): Buffer {
  return hash('sha256', Buffer.concat([previous, text]), 'buffer');
}

/** A JSON array in this order. The position is left out: it says where a server put the row, not what happened. */
export function canonicalText(number: number, row: JournalRow): string {
  return JSON.stringify([
    row.site,
    number,
    row.id.toString('hex'),
    row.epoch,
    row.aggregate,
    row.aggregateId.toString('hex'),
    row.version,
    row.type,
    row.classification,
    row.actor?.toString('hex') ?? null,
    row.effective,
    row.recordedAt,
    row.causation?.toString('hex') ?? null,
    row.correlation.toString('hex'),
    row.traceparent,
    row.body,
    row.rowHash.toString('hex'),
    row.permission,
    row.roles,
    row.origin,
    row.session?.toString('hex') ?? null,
  ]);
}
