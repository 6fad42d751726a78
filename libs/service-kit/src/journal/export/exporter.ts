/** Reads out one site's record of this service: journal, seals, state and checkpoints of one instant at which all was sealed. */
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Runtime } from '../../runtime.js';
import { CHAIN_START, JOURNAL_ROW, type JournalRow } from '../chain.js';
import { signHead } from '../checkpoints.js';
import type { Sealed } from '../links.js';
import { signingKey } from '../signature.js';
import type { AnyStore } from '../state-proof.js';
import {
  checkpointLine,
  journalLine,
  sealLine,
  SectionWriter,
  stateLine,
  type FileName,
  type Section,
} from './format.js';

export type Piece =
  | { readonly file: FileName; readonly text: string }
  | { readonly section: Section; readonly publicPem: string };

const PAGE = 500;
/** Well below what one message may hold, whatever the last line adds. */
const PIECE_CHARACTERS = 512 * 1024;
/** Commands wait no longer than that. */
const SEALED_WITHIN_MS = 5_000;
const LOOK_AGAIN_MS = 10;
const UNSEALED = `SELECT 1 FROM journal j LEFT JOIN seal s ON s.position = j.position
  WHERE s.position IS NULL AND j.site = ? AND j.position > (SELECT sealed_floor FROM relay) LIMIT 1`;
const HEAD = 'SELECT number, hash FROM seal WHERE site = ? ORDER BY number DESC LIMIT 1';
const LINKS = `SELECT ${JOURNAL_ROW}, s.ordinal, s.number, s.hash FROM seal s JOIN journal j USING (position)
  WHERE s.site = ? AND s.number > ? ORDER BY s.number LIMIT ${PAGE}`;
const CHECKPOINTS = `SELECT number, hash, made_at AS madeAt, signature FROM checkpoint
  WHERE site = ? AND number > ? AND number <= ? ORDER BY number LIMIT ${PAGE}`;

type Lines = AsyncGenerator<readonly [FileName, readonly string[]]>;

export async function* exportSite(
  runtime: Runtime,
  stores: readonly AnyStore[],
  site: string,
): AsyncGenerator<Piece> {
  const runner = runtime.db.createQueryRunner();
  try {
    await settle(runtime, runner, site);
    const { manager } = runner;
    const [found] = (await manager.query(HEAD, [site])) as { number: number; hash: Buffer }[];
    const head = { site, number: found?.number ?? 0, hash: found?.hash ?? CHAIN_START };
    if (found) await signHead(runtime, head);
    const { service, config } = runtime;
    const at = new Date().toISOString();
    const writer = new SectionWriter({ ...head, service, at, hash: head.hash.toString('hex') });
    for (const part of [linksOf(manager, site), stateOf(manager, stores, site), checkpointsOf(runtime, head)])
      for await (const [file, lines] of part) yield { file, text: writer.add(file, lines) };
    const { privateKey, publicPem } = signingKey(config.keyFolder, service);
    yield { section: writer.end(privateKey), publicPem };
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}

/**
 * Opens a snapshot in which every row of the site has its seal. Nothing is written into the journal meanwhile: commands wait as long as
 * the relay takes to seal what is there, some milliseconds.
 */
async function settle({ db }: Runtime, runner: QueryRunner, site: string): Promise<void> {
  const lock = db.createQueryRunner();
  try {
    await lock.query('LOCK TABLES journal READ');
    await untilSealed(runner, site);
  } finally {
    await lock.query('UNLOCK TABLES');
    await lock.release();
  }
}

async function untilSealed(runner: QueryRunner, site: string): Promise<void> {
  const limit = performance.now() + SEALED_WITHIN_MS;
  for (;;) {
    await runner.startTransaction('REPEATABLE READ');
    const waiting = (await runner.query(UNSEALED, [site])) as unknown[];
    if (waiting.length === 0) return;
    await runner.rollbackTransaction();
    if (performance.now() > limit) throw new Error(`what site ${site} has is not being sealed`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

async function* linksOf(manager: EntityManager, site: string): Lines {
  for (let after = 0; ;) {
    const rows = (await manager.query(LINKS, [site, after])) as (JournalRow & Sealed)[];
    yield* split(
      'journal.jsonl',
      rows.map((row) => journalLine(row.number, row)),
    );
    yield* split('seal.jsonl', rows.map(sealLine));
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.number;
  }
}

/** Sealed columns stand there as the ciphertext that was hashed. */
async function* stateOf(manager: EntityManager, stores: readonly AnyStore[], site: string): Lines {
  const byName = [...stores].sort((a, b) => (a.shape.aggregate < b.shape.aggregate ? -1 : 1));
  for (const store of byName) {
    for (let after: Buffer = Buffer.alloc(0); ;) {
      const rows = await store.canonicalRows(manager, site, after, PAGE);
      yield* split(
        'state.jsonl',
        rows.map((row) => stateLine(store.shape.aggregate, row)),
      );
      if (rows.length < PAGE) break;
      after = Buffer.from(rows.at(-1)!.id.replaceAll('-', ''), 'hex');
    }
  }
}

async function* checkpointsOf(
  { db, service }: Runtime,
  { site, number: last }: { site: string; number: number },
): Lines {
  for (let after = 0; ;) {
    const rows = (await db.query(CHECKPOINTS, [site, after, last])) as {
      number: number;
      hash: Buffer;
      madeAt: Date;
      signature: Buffer;
    }[];
    const lines = rows.map(({ number, hash, madeAt, signature }) =>
      checkpointLine({ service, site, number, hash, at: madeAt.toISOString() }, signature),
    );
    yield* split('checkpoint.jsonl', lines);
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.number;
  }
}

function* split(file: FileName, lines: readonly string[]): Generator<readonly [FileName, readonly string[]]> {
  let piece: string[] = [];
  let characters = 0;
  for (const line of lines) {
    piece.push(line);
    characters += line.length;
    if (characters < PIECE_CHARACTERS) continue;
    yield [file, piece];
    piece = [];
    characters = 0;
  }
  if (piece.length > 0) yield [file, piece];
}
