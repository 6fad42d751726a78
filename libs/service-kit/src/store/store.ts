/**
 * The one way to write an aggregate: load, decide, save state and journal in the transaction of the act. Checks site, recusal,
 * scope and version before the domain function is asked. Reads go through the same checks; an unscoped read cannot be written.
 */
import type { CountContract, Decision, Page, Receipt } from '@xuncha/contracts';
import { idToBytes, refuse, refuseIf, type Id } from '@xuncha/domain-kit';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Act } from '../access/act.js';
import type { Caller, Scope } from '../access/caller.js';
import { mayKnowOf } from '../access/readers.js';
import { filesAdded } from '../content/named-file.js';
import { changesSince, writeJournal } from '../journal/journal.js';
import type { NewKeys } from '../sealing/new-keys.js';
import type { RecordKey } from '../sealing/record-key.js';
import { isDuplicate } from '../transaction.js';
import type { AggregateRow } from './columns.js';
import { isSameText, keepSearched, searchIn } from '../search/searched.js';
import { countsIn } from './counts.js';
import { FIND_LIMIT, narrowed, pageOf, type Criteria } from './page.js';
import { statementsOf } from './statements.js';
import { isWithinFew, visible } from './visible.js';

type Columns<R> = Omit<R, keyof AggregateRow>;
export type Versioned<T> = T & { readonly version: number };

/** How an aggregate is kept: its table, and which columns limit who may know of it. */
export interface Shape<T extends { readonly id: Id }, R extends AggregateRow> {
  /** `service.aggregate`, as in the names of its events. */
  readonly aggregate: string;
  readonly row: new () => R;
  toDomain(row: R): T;
  toRow(state: T): Columns<R>;
  /** Columns holding the organization and team the record belongs to; left out where it belongs to none. */
  readonly organization?: keyof R & string;
  readonly team?: keyof R & string;
  /** Column of another organization whose recused people must not know of the record either. */
  readonly recusal?: keyof R & string;
  /** What a record is found by, the best first; a service that has any runs the kit's `searchMigration`. */
  readonly searched?: (state: T) => readonly (string | null)[];
  /** There are so many that they cannot be read one by one to find some: words of their texts are indexed. */
  readonly indexed?: true;
  /** Unique keys of the table: the refusal when a value is taken, and the column to name in it. */
  readonly unique?: Readonly<Record<string, readonly [refusal: string, column: keyof R & string]>>;
}

/** For rows whose columns are the domain's fields, one by one. */
export function sameColumns<T extends { readonly id: Id }, R extends AggregateRow & T>(): {
  toDomain(row: R): T;
  toRow(state: T): Columns<R>;
} {
  return {
    toDomain: ({ site: _site, version: _version, ...fields }) => fields as unknown as T,
    toRow: ({ id: _id, ...fields }) => fields as unknown as Columns<R>,
  };
}

/** What a command is about: `seen` is left out only where no person is acting on a screen. */
export interface Target {
  readonly id: Id;
  readonly seen?: number;
}

const INSERT_CHUNK = 200;

export class Store<T extends { readonly id: Id }, R extends AggregateRow> {
  constructor(readonly shape: Shape<T, R>) {}

  /** A new aggregate; the decision's state has its id. */
  async add(act: Act, decision: Decision<T>): Promise<Receipt> {
    const [receipt] = await this.addAll(act, [decision]);
    return receipt!;
  }

  async addAll(act: Act, decisions: readonly Decision<T>[]): Promise<Receipt[]> {
    const rows = decisions.map((decision) => this.rowOf(act.site, decision.state, decision.facts.length));
    for (const row of rows) this.admit(act, row);
    await refuseForeign(act, decisions);
    for (let start = 0; start < rows.length; start += INSERT_CHUNK) {
      await this.insert(act, rows.slice(start, start + INSERT_CHUNK));
    }
    const entries = decisions.map(({ state, facts }, index) => ({
      aggregate: this.shape.aggregate,
      id: state.id,
      after: 0,
      facts,
      row: rows[index]!,
      scope: scopeOf(this.shape, rows[index]!),
    }));
    await writeJournal(act, entries);
    await this.keepSearched(
      act,
      decisions.map(({ state }) => state),
    );
    return rows.map((row) => receiptOf(row));
  }

  /**
   * Locks the record, checks that this caller may touch it and saw its present version, asks `decide`, checks that what is named now
   * and was not before was uploaded by them, saves. Refuses with `record.unknown`, also where the caller may not even know of the
   * record, with `access.denied` or `record.stale`; only then with `file.unknown`, so that nobody learns from the order of refusals
   * that a record is there.
   */
  async change(act: Act, target: Target, decide: (state: T) => Decision<T>): Promise<Receipt> {
    const before = await this.lock(act, target.id);
    await this.refuseStale(act, before, target.seen);
    const past = this.shape.toDomain(before);
    const { state, facts } = decide(past);
    if (facts.length === 0) return receiptOf(before);
    await refuseForeign(act, [{ state }], past);
    const row = this.rowOf(act.site, state, before.version + facts.length);
    await this.save(act, row);
    const { aggregate } = this.shape;
    const scope = scopeOf(this.shape, before);
    await writeJournal(act, [{ aggregate, id: row.id, after: before.version, facts, row, scope }]);
    const { searched } = this.shape;
    if (searched && !isSameText(searched(past), searched(state))) await this.keepSearched(act, [state]);
    return receiptOf(row);
  }

  /** One record this viewer may see; anything else is `record.unknown`, whether it exists or not. */
  async read(viewer: Caller, id: Id): Promise<Versioned<T>> {
    const row = await this.query(viewer)
      .andWhere('r.id = :id', { id: idToBytes(id) })
      .getOne();
    return row ? this.versioned(row) : refuse('record.unknown', { id });
  }

  /** A whole list, where the criteria keep it short. */
  async find(viewer: Caller, criteria: Criteria<R>): Promise<Versioned<T>[]> {
    const { items, next } = await this.page(viewer, { ...criteria, limit: FIND_LIMIT });
    if (next) throw new Error(`${this.shape.aggregate}: more than ${FIND_LIMIT} records; read them by page`);
    return items;
  }

  /** In the order of a column and then of ids, from a signed cursor on. */
  async page(viewer: Caller, criteria: Criteria<R>): Promise<Page<Versioned<T>>> {
    const { items, next } = await pageOf(viewer, this.query(viewer), criteria);
    return { items: items.map((row) => this.versioned(row)), next };
  }

  /** The best of what this viewer may see, by a part of what they are found by; no more than somebody looks through. */
  async search(viewer: Caller, text: string): Promise<Versioned<T>[]> {
    const { aggregate } = this.shape;
    const areFew = !this.shape.indexed || isWithinFew(viewer, this.shape);
    const rows = await searchIn(viewer, aggregate, { text, areFew, shown: () => this.query(viewer) });
    return rows.map((row) => this.versioned(row));
  }

  /** How many of what the criteria leave stand in each state that the contract names, up to MOST_COUNTED each. */
  async counts<S extends string>(
    viewer: Caller,
    contract: CountContract<S>,
    criteria: Pick<Criteria<R>, 'where' | 'between' | 'having' | 'also'>,
  ): Promise<Record<S, number>> {
    const states = Object.keys(contract.output.shape) as S[];
    return countsIn(viewer, states, () => narrowed(this.query(viewer), criteria));
  }

  /** For sealed columns of records that this act makes. */
  newKeys(act: Act): NewKeys {
    return act.runtime.vault.newKeys(act, this.shape.aggregate);
  }

  /** For sealed columns of a record that is there. */
  async keyFor(act: Act, id: Id): Promise<RecordKey> {
    return act.runtime.vault.keyFor(act, this.shape.aggregate, id);
  }

  /** What opens the sealed columns of these records, as far as anything of them was sealed. */
  async keysOf(viewer: Caller, ids: readonly Id[]): Promise<Map<Id, RecordKey>> {
    return viewer.runtime.vault.keysOf(viewer, this.shape.aggregate, ids);
  }

  /** Canonical rows of a site in the order of their ids, for exports. */
  canonicalRows(manager: EntityManager, site: string, after: Buffer, limit: number): Promise<R[]> {
    return manager
      .createQueryBuilder(this.shape.row, 'r')
      .where('r.site = :site AND r.id > :after', { site, after })
      .orderBy('r.id')
      .limit(limit)
      .getMany();
  }

  /** The canonical row as hashed into the journal, for verification. */
  async canonicalRow(manager: EntityManager, site: string, id: Id): Promise<object | null> {
    return manager
      .createQueryBuilder(this.shape.row, 'r')
      .where('r.site = :site AND r.id = :id', { site, id: idToBytes(id) })
      .getOne();
  }

  protected query(viewer: Caller): SelectQueryBuilder<R> {
    return visible(viewer, viewer.manager.createQueryBuilder(this.shape.row, 'r'), this.shape);
  }

  private async lock(act: Act, id: Id): Promise<R> {
    const row = await act.manager
      .createQueryBuilder(this.shape.row, 'r')
      .setLock('pessimistic_write')
      .where('r.site = :site AND r.id = :id', { site: act.site, id: idToBytes(id) })
      .getOne();
    if (!row) return refuse('record.unknown', { id });
    const { permission } = act.who;
    const scope = scopeOf(this.shape, row);
    const isOutOfReach = permission !== null && !act.may(permission, scope);
    refuseIf(isOutOfReach && !mayKnowOf(act, this.shape.aggregate, scope), 'record.unknown', { id });
    this.admit(act, row);
    return row;
  }

  /** A recused person gets the answer of a record that does not exist. */
  private admit(act: Act, row: R): void {
    const scope = scopeOf(this.shape, row);
    const { recusal } = this.shape;
    const concerned = [scope.organizationId, recusal && (row[recusal] as Id | null)];
    const isRecused = concerned.some((organizationId) => act.isRecusedFrom(organizationId));
    refuseIf(isRecused, 'record.unknown', { id: row.id });
    const { permission } = act.who;
    refuseIf(permission !== null && !act.may(permission, scope), 'access.denied', { permission });
  }

  private async refuseStale(act: Act, row: R, seen: number | undefined): Promise<void> {
    if (seen === undefined || seen === row.version) return;
    const changes = await changesSince(act, row.id, seen);
    refuse('record.stale', { id: row.id, seen, current: row.version, changes });
  }

  private async keepSearched(act: Act, states: readonly T[]): Promise<void> {
    const { searched } = this.shape;
    if (!searched) return;
    const records = states.map((state) => ({ site: act.site, id: state.id, texts: searched(state) }));
    for (let start = 0; start < records.length; start += INSERT_CHUNK)
      await keepSearched(act, this.shape, records.slice(start, start + INSERT_CHUNK));
  }

  private async insert(act: Act, rows: readonly R[]): Promise<void> {
    const [sql, values] = this.statements(act).insert(rows);
    await act.manager.query(sql, values).catch((error: unknown) => this.refuseTaken(error, rows[0]!));
  }

  private async save(act: Act, row: R): Promise<void> {
    const [sql, values] = this.statements(act).save(row);
    await act.manager.query(sql, values).catch((error: unknown) => this.refuseTaken(error, row));
  }

  private statements({ manager }: Act) {
    return statementsOf(manager.dataSource, this.shape.row);
  }

  /** Both servers name the violated key at the end of their message, one of them with the table before it. */
  private refuseTaken(error: unknown, row: R): never {
    const key = isDuplicate(error) && /for key '(?:\w+\.)?(\w+)'/.exec((error as Error).message)?.[1];
    const rule = key && this.shape.unique?.[key];
    if (!rule) throw error;
    const [refusal, column] = rule;
    return refuse(refusal, { [column]: row[column] });
  }

  protected rowOf(site: string, state: T, version: number): R {
    const row = new this.shape.row();
    return Object.assign(row, { site, id: state.id, version }, this.shape.toRow(state));
  }

  protected versioned(row: R): Versioned<T> {
    return { ...this.shape.toDomain(row), version: row.version };
  }
}

async function refuseForeign(act: Act, decided: readonly { readonly state: object }[], past?: object) {
  for (const { state } of decided) await act.runtime.contents.refuseForeign(act, filesAdded(state, past));
}

function scopeOf<R extends AggregateRow>(
  shape: { organization?: keyof R & string; team?: keyof R & string },
  row: R,
): Scope {
  return {
    organizationId: shape.organization && (row[shape.organization] as Id | null),
    teamId: shape.team && (row[shape.team] as Id | null),
  };
}

function receiptOf(row: AggregateRow): Receipt {
  const number = (row as { number?: unknown }).number;
  return { id: row.id, version: row.version, ...(typeof number === 'string' ? { number } : {}) };
}
