/** Who read what in one service: an aggregate like others, so that the journal proves every look; found again by record. */
import { allContracts, decide, type LookContracts } from '@xuncha/contracts';
import { idToBytes, type Id } from '@xuncha/domain-kit';
import { Act } from '../access/act.js';
import type { Caller } from '../access/caller.js';
import { writeJournal } from '../journal/journal.js';
import { pageOf, type Criteria } from '../store/page.js';
import { statementsOf } from '../store/statements.js';
import { sameColumns, Store, type Versioned } from '../store/store.js';
import type { Unit } from '../transaction.js';
import { LookRow, type Look } from './look.js';

export interface Taken {
  readonly viewer: Caller;
  readonly look: Look;
}
interface Asked {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export class Looks extends Store<Look, LookRow> {
  /** An organ's people see the looks of their own organ. */
  constructor(readonly contracts: LookContracts) {
    const aggregate = `${contracts.noted.service}.look`;
    super({ aggregate, row: LookRow, organization: 'organizationId', ...sameColumns() });
  }

  /** The system's own record of a person: whoever may read leaves a trace, whatever else they may do. All in one message. */
  async note(unit: Unit, taken: readonly Taken[]): Promise<void> {
    const rows = taken.map(({ viewer, look }) => this.rowOf(viewer.site, look, 1));
    const [sql, values] = statementsOf(unit.manager.dataSource, LookRow).insert(rows);
    unit.later({ sql, values });
    const records = rows.flatMap(({ site, id, recordIds }) =>
      recordIds.map((recordId) => [site, idToBytes(recordId), idToBytes(id)]),
    );
    const marks = records.map(() => '(?, ?, ?)').join(', ');
    unit.later({ sql: `INSERT INTO looked_record VALUES ${marks}`, values: records.flat() });
    for (const [index, { viewer, look }] of taken.entries()) {
      const { runtime, who, access, moment } = viewer;
      const act = new Act(runtime, { ...who, permission: null }, access, { ...moment, ...unit });
      const { id: lookId, contract, recordIds, roles } = look;
      const { facts } = decide(
        look,
        this.contracts.noted({ lookId, contract, recordIds: [...recordIds], roles: [...roles] }),
      );
      await writeJournal(act, [
        { aggregate: this.shape.aggregate, id: lookId, after: 0, facts, row: rows[index]! },
      ]);
    }
  }

  /** For auditors: all, one record's or one person's, the newest first. */
  async list(
    viewer: Caller,
    { recordId, accountId, ...page }: Asked & { recordId?: Id | undefined; accountId?: Id | undefined },
  ) {
    const { items, next } = await this.pageAt(viewer, recordId ? [recordId] : null, {
      where: { accountId },
      ...page,
    });
    return { items: items.map((look) => ({ ...shown(viewer, look), recordIds: [...look.recordIds] })), next };
  }

  /** For whoever answers for a record, which the caller has made sure of; the newest first. */
  async at(viewer: Caller, recordIds: readonly Id[], { cursor, limit }: Asked) {
    const { items, next } = await this.pageAt(viewer, recordIds, { cursor, limit });
    return { items: items.map((look) => shown(viewer, look)), next };
  }

  private async pageAt(viewer: Caller, recordIds: readonly Id[] | null, criteria: Criteria<LookRow>) {
    const query = this.query(viewer);
    if (recordIds)
      query.andWhere(
        'r.id IN (SELECT look_id FROM looked_record WHERE site = :viewerSite AND record_id IN (:...recordIds))',
        { recordIds: recordIds.map(idToBytes) },
      );
    const { items, next } = await pageOf(viewer, query, { ...criteria, descending: true });
    return { items: items.map((row) => this.versioned(row)), next };
  }
}

/** What was said to be the purpose may tell what a record is about: nothing outside the vault says it. */
export function purposeAt(lookId: Id): string {
  return `look.${lookId}.purpose`;
}

function shown({ site, runtime }: Caller, { recordIds: _recordIds, ...look }: Versioned<Look>) {
  const { purpose, takenAt, contract, roles } = look;
  return {
    ...look,
    roles: [...roles],
    takenAt: takenAt.toISOString(),
    purpose: purpose
      ? runtime.vault.open(site, purposeAt(look.id), purpose)
      : (useOf.get(contract) ?? contract),
  };
}

/** What each query is for: whoever did not say asked for that. */
const useOf = new Map(allContracts().map(({ name, summary }) => [name, summary]));
