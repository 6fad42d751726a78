/** What insight keeps of every record, and recounting when one changes: the record itself and those that depend on it. */
import { Injectable } from '@nestjs/common';
import { idFromBytes, idToBytes, type BusinessDate, type Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import { Counting } from '../figure/counting.js';
import type { CountedRecord, RecordKind, Surroundings } from './record.js';

interface Row {
  id: Buffer;
  kind: RecordKind;
  organization_id: Buffer | null;
  round_id: Buffer | null;
  parent_id: Buffer | null;
  state: string;
  happened_on: string;
  traits: string;
}
const COLUMNS = 'id, kind, organization_id, round_id, parent_id, state, happened_on, traits';
/** Dependents of a round are read in portions. */
const PORTION = 500;

@Injectable()
export class Records {
  constructor(private readonly counting: Counting) {}

  /** Notes what an event said of a record and counts anew whatever that touches. Order between aggregates does not matter. */
  async put(act: Act, id: Id, change: (before: CountedRecord | null) => CountedRecord): Promise<void> {
    const told = change(await this.one(act, id));
    await this.lock(act, familyOf(told), [told.roundId, told.parentId]);
    const after = await this.placed(act, told);
    await this.save(act, after);
    await this.recount(act, after);
    for (const dependent of await this.dependentsOf(act, after)) await this.recount(act, dependent);
  }

  /** To be called first where events of several aggregates tell of one record, so that none overlooks what another said. */
  async hold(act: Act, id: Id): Promise<void> {
    await this.lock(act, id, []);
  }

  private async recount(act: Act, record: CountedRecord): Promise<void> {
    await this.counting.recount(act, record, await this.around(act, record));
  }

  private async around(act: Act, record: CountedRecord): Promise<Surroundings> {
    const parent = await this.one(act, record.parentId);
    return {
      round: record.kind === 'planning.round' ? null : await this.one(act, record.roundId),
      parent,
      team: record.kind === 'onsite.inspection' ? await this.one(act, parent?.parentId ?? null) : null,
      related: await this.related(act, record),
    };
  }

  private async related(act: Act, { id, kind, parentId }: CountedRecord): Promise<CountedRecord[]> {
    if (kind === 'onsite.finding') return this.below(act, id, 'rectification.item');
    return kind === 'clues.outcome' && parentId ? this.below(act, parentId, kind) : [];
  }

  /**
   * With what the record it hangs on says: what came of a clue belongs to the clue's round and organization; and locked against whoever
   * changes that round, or the team of an inspection.
   */
  private async placed(act: Act, record: CountedRecord): Promise<CountedRecord> {
    if (record.kind !== 'clues.outcome' && record.kind !== 'onsite.inspection') return record;
    const parent = await this.one(act, record.parentId);
    await this.lock(act, familyOf(record), [parent?.roundId ?? null, parent?.parentId ?? null]);
    return record.kind === 'clues.outcome' ? under(parent, record) : record;
  }

  /**
   * An item changes its finding, an outcome of a clue the others of it; a clue what came of it; a team and an assignment their
   * inspections; a round everything in it.
   */
  private async dependentsOf(act: Act, record: CountedRecord): Promise<CountedRecord[]> {
    switch (record.kind) {
      case 'rectification.item': {
        const finding = await this.one(act, record.parentId);
        return finding ? [finding] : [];
      }
      case 'clues.outcome':
        return (await this.related(act, record)).filter(({ id }) => id !== record.id);
      case 'clues.clue':
        return this.outcomesOf(act, record);
      case 'planning.assignment':
        return this.below(act, record.id, 'onsite.inspection');
      case 'talent.team':
        return this.inspectionsBy(act, record.id);
      case 'planning.round':
        return this.ofRound(act, record.id);
      default:
        return [];
    }
  }

  private async outcomesOf(act: Act, clue: CountedRecord): Promise<CountedRecord[]> {
    const outcomes = (await this.below(act, clue.id, 'clues.outcome')).map((outcome) => under(clue, outcome));
    for (const outcome of outcomes) await this.save(act, outcome);
    return outcomes;
  }

  private async inspectionsBy(act: Act, teamId: Id): Promise<CountedRecord[]> {
    const found: CountedRecord[] = [];
    for (const { id } of await this.below(act, teamId, 'planning.assignment'))
      found.push(...(await this.below(act, id, 'onsite.inspection')));
    return found;
  }

  private async ofRound(act: Act, roundId: Id): Promise<CountedRecord[]> {
    const found: CountedRecord[] = [];
    for (let last: Uint8Array = Buffer.alloc(16); ;) {
      const rows = await this.select(act, 'round_id = ? AND id > ? ORDER BY id LIMIT ?', [
        idToBytes(roundId),
        last,
        PORTION,
      ]);
      found.push(...rows.filter((row) => row.kind !== 'planning.round'));
      if (rows.length < PORTION) return found;
      last = idToBytes(rows.at(-1)!.id);
    }
  }

  /**
   * Exclusive for the family that changes, shared for what is read of others. The upsert locks exclusively at once: two that had shared
   * the lock first would wait for each other.
   */
  private async lock(act: Act, own: Id, others: readonly (Id | null)[]): Promise<void> {
    await act.manager.query(
      'INSERT INTO family (site, id) VALUES (?, ?) ON DUPLICATE KEY UPDATE id = family.id',
      [act.site, idToBytes(own)],
    );
    const read = [...new Set(others.filter((id): id is Id => id !== null && id !== own))].sort();
    if (read.length === 0) return;
    await act.manager.query(
      `INSERT IGNORE INTO family (site, id) VALUES ${read.map(() => '(?, ?)').join(', ')}`,
      read.flatMap((id) => [act.site, idToBytes(id)]),
    );
    for (const id of read)
      await act.manager.query('SELECT id FROM family WHERE site = ? AND id = ? LOCK IN SHARE MODE', [
        act.site,
        idToBytes(id),
      ]);
  }

  private async below(act: Act, parentId: Id, kind: RecordKind): Promise<CountedRecord[]> {
    return this.select(act, 'parent_id = ? AND kind = ?', [idToBytes(parentId), kind]);
  }

  private async one(act: Act, id: Id | null): Promise<CountedRecord | null> {
    return id === null ? null : ((await this.select(act, 'id = ?', [idToBytes(id)]))[0] ?? null);
  }

  private async select(act: Act, where: string, values: readonly unknown[]): Promise<CountedRecord[]> {
    const rows = (await act.manager.query(`SELECT ${COLUMNS} FROM record WHERE site = ? AND ${where}`, [
      act.site,
      ...values,
    ])) as Row[];
    return rows.map(fromRow);
  }

  private async save(act: Act, record: CountedRecord): Promise<void> {
    await act.manager.query(
      `INSERT INTO record (site, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE organization_id = VALUES(organization_id), round_id = VALUES(round_id),
         parent_id = VALUES(parent_id), state = VALUES(state), happened_on = VALUES(happened_on), traits = VALUES(traits)`,
      [
        act.site,
        idToBytes(record.id),
        record.kind,
        bytes(record.organizationId),
        bytes(record.roundId),
        bytes(record.parentId),
        record.state,
        record.on,
        JSON.stringify(record.traits),
      ],
    );
  }
}

/** An item counts in its finding, an outcome of a clue with the others of that clue. */
function familyOf({ id, kind, parentId }: CountedRecord): Id {
  const isPart = kind === 'rectification.item' || kind === 'clues.outcome';
  return isPart && parentId ? parentId : id;
}

function under(clue: CountedRecord | null, outcome: CountedRecord): CountedRecord {
  const { organizationId = null, roundId = null } = clue ?? {};
  return { ...outcome, organizationId, roundId };
}

const bytes = (id: Id | null) => id && idToBytes(id);
const text = (id: Buffer | null) => id && idFromBytes(id);

function fromRow(row: Row): CountedRecord {
  return {
    id: idFromBytes(row.id),
    kind: row.kind,
    organizationId: text(row.organization_id),
    roundId: text(row.round_id),
    parentId: text(row.parent_id),
    state: row.state,
    on: row.happened_on as BusinessDate,
    traits: JSON.parse(row.traits) as CountedRecord['traits'],
  };
}
