/** Every service answers the audit administrator about its own record: metadata of what was done and refused, and its checkpoints. */
import { Controller, type Type } from '@nestjs/common';
import { allContracts, type In, type Out, type QueryContract, type recordOf } from '@xuncha/contracts';
import { idFromBytes, idToBytes } from '@xuncha/domain-kit';
import type { Caller } from '../access/caller.js';
import { Handles } from '../calls/decorators.js';
import type { Runtime } from '../runtime.js';
import { closeCursor, openCursor } from '../store/cursor.js';
import { signingKey } from './signature.js';

type RecordContracts = ReturnType<typeof recordOf>;
type Asked = In<RecordContracts['readRecord']>;
type Entry = Out<RecordContracts['readRecord']>['items'][number];

const DEFAULT_LIMIT = 50;
/** Refusals about one record that are looked up beside what was done to it. */
const MOST_REFUSALS = 1_000;
const ENTRY = `SELECT j.position, j.id, j.recorded_at AS recordedAt, j.actor, j.permission, j.roles, j.type, j.aggregate_id AS record,
    j.version, j.origin, j.session_id AS session, f.id AS refusal, f.contract, f.code, f.record_id AS wanted, f.seen, f.times
  FROM journal j LEFT JOIN refusal f ON f.site = j.site AND f.id = j.aggregate_id`;

interface Line {
  position: number;
  id: Buffer;
  recordedAt: Date;
  actor: Buffer | null;
  permission: string | null;
  roles: string | null;
  type: string;
  record: Buffer;
  version: number;
  origin: string | null;
  session: Buffer | null;
  refusal: Buffer | null;
  contract: string | null;
  code: string | null;
  wanted: Buffer | null;
  seen: number | null;
  times: number | null;
}

/** None for a service that has no contract for it. */
export function recordControllers({ service }: Runtime): Type[] {
  const readRecord = contractNamed(`${service}.record.read`) as RecordContracts['readRecord'] | undefined;
  const list = contractNamed(`${service}.record.checkpoints`) as
    | RecordContracts['listCheckpoints']
    | undefined;
  if (!readRecord || !list) return [];

  @Controller()
  class Record {
    @Handles(readRecord!)
    read(asked: Asked, viewer: Caller) {
      return readPage(asked, viewer);
    }

    @Handles(list!)
    checkpoints({ limit }: In<RecordContracts['listCheckpoints']>, viewer: Caller) {
      return latestCheckpoints(viewer, limit ?? DEFAULT_LIMIT);
    }
  }
  return [Record];
}

function contractNamed(name: string): QueryContract | undefined {
  const found = allContracts().find((contract) => contract.name === name);
  return found?.kind === 'query' ? found : undefined;
}

/** The newest first, by their position. */
async function readPage(asked: Asked, viewer: Caller): Promise<Out<RecordContracts['readRecord']>> {
  const limit = asked.limit ?? DEFAULT_LIMIT;
  const purpose = `${viewer.site}|${viewer.runtime.service}.record`;
  const before = asked.cursor && Number(openCursor(viewer, purpose, asked.cursor)[0]);
  const conditions = [...(await conditionsOf(asked, viewer)), ...when(before, 'j.position < ?')];
  const lines = (await viewer.manager.query(
    `${ENTRY} WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} ORDER BY j.position DESC LIMIT ?`,
    [...conditions.flatMap(({ values }) => values), limit + 1],
  )) as Line[];
  const items = lines.slice(0, limit);
  const last = items.at(-1);
  const isMore = last !== undefined && lines.length > limit;
  const next = isMore ? closeCursor(viewer, purpose, [last.position, idFromBytes(last.id)]) : null;
  return { items: items.map(entryOf), next };
}

interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}
const when = (value: unknown, sql: string, ...values: unknown[]): Condition[] =>
  value === undefined ? [] : [{ sql, values: values.length > 0 ? values : [value] }];

async function conditionsOf(asked: Asked, viewer: Caller): Promise<Condition[]> {
  const { from, until, accountId, permission, what, recordId, outcome } = asked;
  const concerned = recordId && (await concerning(viewer, idToBytes(recordId)));
  return [
    ...when(viewer.site, 'j.site = ?'),
    ...when(from, 'j.recorded_at >= ?', from && new Date(from)),
    ...when(until, 'j.recorded_at <= ?', until && new Date(until)),
    ...when(accountId, 'j.actor = ?', accountId && idToBytes(accountId)),
    ...when(permission, 'j.permission = ?'),
    ...when(what, '(j.type = ? OR f.contract = ?)', what, what),
    ...when(concerned, 'j.aggregate_id IN (?)'),
    ...when(outcome, '(f.id IS NOT NULL) = ?', outcome === 'refused'),
  ];
}

/** The record itself, and what was refused about it. */
async function concerning({ manager, site }: Caller, record: Buffer): Promise<Buffer[]> {
  const refusals = (await manager.query(
    `SELECT id FROM refusal WHERE site = ? AND record_id = ? ORDER BY id DESC LIMIT ${MOST_REFUSALS}`,
    [site, record],
  )) as { id: Buffer }[];
  return [record, ...refusals.map(({ id }) => id)];
}

function entryOf(line: Line): Entry {
  const isRefused = line.refusal !== null;
  const record = isRefused ? line.wanted : line.record;
  return {
    id: idFromBytes(line.id),
    recordedAt: line.recordedAt.toISOString(),
    accountId: line.actor && idFromBytes(line.actor),
    permission: line.permission,
    roles: line.roles?.split(',') ?? [],
    what: isRefused ? line.contract! : line.type,
    recordId: record && idFromBytes(record),
    version: isRefused ? line.seen : line.version,
    origin: line.origin,
    sessionId: line.session && idFromBytes(line.session),
    outcome: isRefused ? line.code! : 'done',
    times: Number(line.times ?? 1),
  };
}

async function latestCheckpoints(
  { manager, site, runtime: { service, config } }: Caller,
  limit: number,
): Promise<Out<RecordContracts['listCheckpoints']>> {
  const rows = (await manager.query(
    'SELECT number, hash, made_at AS madeAt, signature FROM checkpoint WHERE site = ? ORDER BY number DESC LIMIT ?',
    [site, limit],
  )) as { number: number; hash: Buffer; madeAt: Date; signature: Buffer }[];
  const items = rows.map(({ number, hash, madeAt, signature }) => ({
    service,
    site,
    number,
    hash: hash.toString('hex'),
    at: madeAt.toISOString(),
    signature: signature.toString('base64'),
  }));
  return { publicKey: signingKey(config.keyFolder, service).publicPem, items };
}
