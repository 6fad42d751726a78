/**
 * Applies events in one transaction: effects, versions and what is held back commit together or not at all. Of every aggregate lower
 * versions are skipped, the next is applied, higher ones wait, in every replica and however often they arrive.
 */
import { idFromBytes, idToBytes, type Id } from '@xuncha/domain-kit';
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../envelope.js';
import { holdCursor } from './cursor.js';
import { HandlerFailed, heldOf, hold, holdFailed, release, waitingAfter } from './held.js';
import type { Reading } from './listener.js';

/** `passed`: no listener to this type; only the version moved. `refused`: of an epoch that nobody has accepted yet. */
export type Outcome = 'applied' | 'passed' | 'skipped' | 'waiting' | 'parked' | 'refused';

export interface Work {
  readonly generation: number;
  readonly events: readonly Envelope[];
  /** Aggregates whose waiting versions are to be tried again. */
  readonly due?: readonly Id[];
  /** Known from an attempt that was rolled back: this event is held back instead of being tried. */
  readonly failure?: HandlerFailed;
}
export interface Result {
  readonly outcomes: ReadonlyMap<Envelope, Outcome>;
  /** What became of versions that had been waiting. */
  readonly released: readonly Outcome[];
  /** Latest epoch that is accepted. */
  readonly epoch: number;
}

interface Standing {
  version: number;
  held: number;
  /** Version that failed for good; nothing behind it is tried. */
  parked: number | null;
  changed: boolean;
}

/** Throws HandlerFailed with the event whose listener failed, and Superseded where the source is read anew. */
export async function applyEvents(manager: EntityManager, reading: Reading, work: Work): Promise<Result> {
  const { epoch } = await holdCursor(manager, reading, work.generation);
  const accepted = work.events.filter((event) => event.epoch <= epoch);
  const ids = [...new Set([...accepted.map((event) => event.aggregateId), ...(work.due ?? [])])].toSorted();
  const effects = new Effects(manager, reading, work.failure);
  await effects.load(ids);
  for (const id of work.due ?? []) await effects.release(id);
  // Publishing order, so that of one aggregate an earlier version never waits for its turn in the same batch.
  for (const event of accepted.toSorted((a, b) => a.ordinal - b.ordinal)) await effects.take(event);
  await effects.save();
  for (const event of work.events) if (event.epoch > epoch) effects.outcomes.set(event, 'refused');
  return { outcomes: effects.outcomes, released: effects.released, epoch };
}

class Effects {
  readonly outcomes = new Map<Envelope, Outcome>();
  readonly released: Outcome[] = [];
  private readonly standings = new Map<Id, Standing>();
  private readonly early: Envelope[] = [];

  constructor(
    private readonly manager: EntityManager,
    private readonly reading: Reading,
    private readonly failure: HandlerFailed | undefined,
  ) {}

  /**
   * Locks the version rows. The upsert takes exclusive locks at once and in key order; INSERT IGNORE and then SELECT … FOR UPDATE would
   * first share the lock on a row that exists, and two replicas would wait for each other.
   */
  async load(ids: readonly Id[]): Promise<void> {
    if (ids.length === 0) return;
    const { consumer, source } = this.reading;
    const keys = ids.map(idToBytes);
    await this.manager.query(
      `INSERT INTO applied (consumer, source, aggregate_id, version, held) VALUES ?
       ON DUPLICATE KEY UPDATE version = applied.version`,
      [keys.map((key) => [consumer, source, key, 0, 0])],
    );
    const rows = (await this.manager.query(
      'SELECT aggregate_id AS id, version, held FROM applied WHERE consumer = ? AND source = ? AND aggregate_id IN (?)',
      [consumer, source, keys],
    )) as { id: Buffer; version: number; held: number }[];
    for (const { id, version, held } of rows)
      this.standings.set(idFromBytes(id), { version, held, parked: null, changed: false });
    const holding = rows.filter((row) => row.held > 0).map((row) => idFromBytes(row.id));
    if (holding.length === 0) return;
    const held = await heldOf(this.manager, this.reading, holding);
    for (const id of holding) this.standings.get(id)!.parked = held.get(id)?.parked ?? null;
  }

  async take(event: Envelope): Promise<void> {
    const standing = this.standings.get(event.aggregateId)!;
    const { version, parked } = standing;
    if (event.version <= version || event.version === parked) return void this.outcomes.set(event, 'skipped');
    if (event.version > version + 1) {
      standing.held += 1;
      standing.changed = true;
      this.early.push(event);
      return void this.outcomes.set(event, 'waiting');
    }
    const outcome = await this.attempt(standing, event);
    this.outcomes.set(event, outcome);
    if (isDone(outcome) && standing.held > 0) await this.release(event.aggregateId);
  }

  /** Applies what waits, up to the first gap or failure. */
  async release(id: Id): Promise<void> {
    const standing = this.standings.get(id)!;
    await this.saveEarly();
    for (const event of await waitingAfter(this.manager, this.reading, id, standing.version)) {
      if (event.version !== standing.version + 1) break;
      const outcome = await this.attempt(standing, event);
      this.released.push(outcome);
      if (!isDone(outcome)) break;
    }
    await release(this.manager, this.reading, id, standing.version);
  }

  async save(): Promise<void> {
    await this.saveEarly();
    const changed = [...this.standings].filter(([, standing]) => standing.changed);
    if (changed.length === 0) return;
    const { consumer, source } = this.reading;
    const holding = changed.filter(([, standing]) => standing.held > 0).map(([id]) => id);
    const held = holding.length > 0 ? await heldOf(this.manager, this.reading, holding) : new Map();
    const rows = changed.map(([id, { version }]) => [
      consumer,
      source,
      idToBytes(id),
      version,
      held.get(id)?.held ?? 0,
    ]);
    await this.manager.query(
      `INSERT INTO applied (consumer, source, aggregate_id, version, held) VALUES ?
       ON DUPLICATE KEY UPDATE version = VALUES(version), held = VALUES(held)`,
      [rows],
    );
  }

  private async attempt(standing: Standing, event: Envelope): Promise<Outcome> {
    standing.changed = true;
    if (this.failure?.concerns(event)) {
      standing.held += 1;
      return holdFailed(this.manager, this.reading, this.failure);
    }
    const handle = this.reading.handlers.get(event.type);
    try {
      await handle?.(event, this.manager);
    } catch (error) {
      throw new HandlerFailed(event, error);
    }
    standing.version = event.version;
    return handle ? 'applied' : 'passed';
  }

  private async saveEarly(): Promise<void> {
    await hold(this.manager, this.reading, this.early.splice(0));
  }
}

const isDone = (outcome: Outcome) => outcome === 'applied' || outcome === 'passed';
