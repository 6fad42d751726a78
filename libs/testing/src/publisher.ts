/** A service of which only the journal and the relay exist, so that a listener meets real events of a neighbour that does not run. */
import type { Fact } from '@xuncha/contracts';
import { idToBytes, newId, type BusinessDate, type Id } from '@xuncha/domain-kit';
import { systemAct, transact, writeJournal, type Runtime } from '@xuncha/service-kit';

export interface Happened {
  readonly site: string;
  /** The aggregate it happened to; its next version is found by itself. */
  readonly id: Id;
  readonly on?: BusinessDate;
}

export class Publisher {
  constructor(private readonly runtime: Runtime) {}

  /** Commits facts of one aggregate in one transaction; the relay publishes them. Answers the version after them. */
  async publish(happened: Happened, ...facts: readonly Fact[]): Promise<number> {
    const { site, id, on } = happened;
    const version = await transact(this.runtime.db, async (manager) => {
      const act = await systemAct(this.runtime, manager, site, { correlation: newId(), traceparent: null });
      if (on) act.on = on;
      const rows = (await manager.query(
        'SELECT COALESCE(MAX(version), 0) AS version FROM journal WHERE aggregate_id = ?',
        [idToBytes(id)],
      )) as { version: number }[];
      const after = Number(rows[0]!.version);
      const { service, aggregate } = facts[0]!.contract;
      await writeJournal(act, [{ aggregate: `${service}.${aggregate}`, id, after, facts, row: { id } }]);
      return after + facts.length;
    });
    this.runtime.committed();
    return version;
  }
}
