/** What insight keeps of every record, and recounting when one changes: the record itself and those that depend on it. */
import { Injectable } from '@nestjs/common';
import { idFromBytes, idToBytes, type BusinessDate, type Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import { Counting } from '../figure/counting.js';
import type { CountedRecord, RecordKind, Surroundings } from '../indicator/indicator.js';

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
    const before = await this.one(act, id);
    const after = change(before);
    await this.lockFamily(act, after);
    await this.save(act, after);
    await this.recount(act, after);
    for (const dependent of await this.dependentsOf(act, after)) await this.recount(act, dependent);
  }

  private async recount(act: Act, record: CountedRecord): Promise<void> {
    await this.counting.recount(act, record, await this.around(act, record));
  }

  private async around(act: Act, record: CountedRecord): Promise<Surroundings> {
    const [round, parent, children] = [
      record.roundId && record.kind !== 'planning.round' ? await this.one(act, record.roundId) : null,
      record.parentId ? await this.one(act, record.parentId) : null,
      record.kind === 'onsite.finding' ? await this.items(act, record.id) : [],
    ];
    return { round, parent, children };
  }

  /** An item changes its finding; an assignment its inspections; a round everything in it. */
  private async dependentsOf(act: Act, record: CountedRecord): Promise<CountedRecord[]> {
    if (record.kind === 'rectification.item') {
      const finding = record.parentId && (await this.one(act, record.parentId));
      return finding ? [finding] : [];
    }
    if (record.kind === 'planning.assignment')
      return this.select(act, 'parent_id = ?', [idToBytes(record.id)]);
    if (record.kind !== 'planning.round') return [];
    return this.ofRound(act, record.id);
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

  /** Exclusive for the record itself (an item: for its finding), shared for what it reads of others. */
  private async lockFamily(act: Act, record: CountedRecord): Promise<void> {
    const own = record.kind === 'rectification.item' && record.parentId ? record.parentId : record.id;
    const read = [record.roundId, record.parentId].filter((id): id is Id => id !== null && id !== own);
    const all = [...new Set([own, ...read])].sort();
    await act.manager.query(
      `INSERT IGNORE INTO family (site, id) VALUES ${all.map(() => '(?, ?)').join(', ')}`,
      all.flatMap((id) => [act.site, idToBytes(id)]),
    );
    await act.manager.query('SELECT id FROM family WHERE site = ? AND id = ? FOR UPDATE', [
      act.site,
      idToBytes(own),
    ]);
    for (const id of read)
      await act.manager.query('SELECT id FROM family WHERE site = ? AND id = ? LOCK IN SHARE MODE', [
        act.site,
        idToBytes(id),
      ]);
  }

  private async items(act: Act, findingId: Id): Promise<CountedRecord[]> {
    return this.select(act, `parent_id = ? AND kind = 'rectification.item'`, [idToBytes(findingId)]);
  }

  private async one(act: Act, id: Id): Promise<CountedRecord | null> {
    return (await this.select(act, 'id = ?', [idToBytes(id)]))[0] ?? null;
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
