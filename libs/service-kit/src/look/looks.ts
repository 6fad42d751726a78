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
  readonly look: Omit<Look, 'purpose'>;
  /** As the viewer said it: it may tell what a record is about, so nothing outside the vault does. */
  readonly purpose?: string | undefined;
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
    const sealed = [];
    for (const one of taken) sealed.push(await this.sealed(unit, one));
    const rows = sealed.map(({ act, look }) => this.rowOf(act.site, look, 1));
    const [sql, values] = statementsOf(unit.manager.dataSource, LookRow).insert(rows);
    unit.later({ sql, values });
    const records = rows.flatMap(({ site, id, recordIds }) =>
      recordIds.map((recordId) => [site, idToBytes(recordId), idToBytes(id)]),
    );
    const marks = records.map(() => '(?, ?, ?)').join(', ');
    unit.later({ sql: `INSERT INTO looked_record VALUES ${marks}`, values: records.flat() });
    for (const [index, { act, look }] of sealed.entries()) {
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

  private async sealed(unit: Unit, { viewer, look, purpose }: Taken): Promise<{ act: Act; look: Look }> {
    const { runtime, who, access, moment } = viewer;
    const act = new Act(runtime, { ...who, permission: null }, access, { ...moment, ...unit });
    if (purpose === undefined) return { act, look: { ...look, purpose: null } };
    const keys = this.newKeys(act);
    const said = keys.to(look.id).seal('purpose', purpose);
    await keys.save();
    return { act, look: { ...look, purpose: said } };
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
    return { items: await this.shown(viewer, items), next };
  }

  /** For whoever answers for a record, which the caller has made sure of; the newest first. */
  async at(viewer: Caller, recordIds: readonly Id[], { cursor, limit }: Asked) {
    const { items, next } = await this.pageAt(viewer, recordIds, { cursor, limit });
    const looks = await this.shown(viewer, items);
    return { items: looks.map(({ recordIds: _recordIds, ...look }) => look), next };
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

  private async shown(viewer: Caller, looks: readonly Versioned<Look>[]) {
    const purposed = looks.filter(({ purpose }) => purpose !== null);
    const keys = await this.keysOf(
      viewer,
      purposed.map(({ id }) => id),
    );
    return looks.map(({ purpose, recordIds, roles, takenAt, ...look }) => ({
      ...look,
      recordIds: [...recordIds],
      roles: [...roles],
      takenAt: takenAt.toISOString(),
      purpose: purpose ? keys.get(look.id)!.open('purpose', purpose) : useOf(look.contract),
    }));
  }
}

/** What each query is for: whoever did not say asked for that. */
const useOf = (query: string) => allContracts().find(({ name }) => name === query)?.summary ?? query;
