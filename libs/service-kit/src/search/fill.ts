/** Takes up records that were written before they could be searched, or by a replica that did not know of it yet. */
import { idToBytes } from '@xuncha/domain-kit';
import { BackgroundWork } from '../background.js';
import type { AnyStore } from '../journal/state-proof.js';
import type { Runtime } from '../runtime.js';
import type { AggregateRow } from '../store/columns.js';
import { inserting } from './searched.js';

const AT_ONCE = 500;
const PAUSE_MS = 3_600_000;

export class SearchFill extends BackgroundWork {
  constructor(runtime: Runtime, stores: readonly AnyStore[]) {
    super(runtime, {
      failing: 'records could not be taken up for search',
      pauseMs: PAUSE_MS,
      onCommit: false,
      turn: async (ending) => {
        for (const store of stores) if (store.shape.searched) await fill(runtime, store, ending);
      },
    });
  }
}

async function fill({ db }: Runtime, { shape }: AnyStore, ending: AbortSignal): Promise<void> {
  let last: AggregateRow | undefined;
  while (!ending.aborted) {
    const rows: AggregateRow[] = await db.manager
      .createQueryBuilder(shape.row, 'r')
      .where('(r.site > :site OR (r.site = :site AND r.id > :id))', {
        site: last?.site ?? '',
        id: last ? idToBytes(last.id) : Buffer.alloc(0),
      })
      .andWhere(
        `NOT EXISTS (SELECT 1 FROM searched s
          WHERE s.site = r.site AND s.aggregate = :aggregate AND s.record_id = r.id)`,
        { aggregate: shape.aggregate },
      )
      .orderBy('r.site')
      .addOrderBy('r.id')
      .limit(AT_ONCE)
      .getMany();
    last = rows.at(-1);
    if (!last) return;
    const texts = rows.map((row) => ({
      site: row.site,
      id: row.id,
      texts: shape.searched!(shape.toDomain(row)),
    }));
    const { sql, values } = inserting(shape, texts);
    // Whoever changed one meanwhile has kept it by then.
    await db.query(`${sql} ON DUPLICATE KEY UPDATE site = searched.site`, values);
  }
}
