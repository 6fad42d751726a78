/** Numbers for the tabs of a ledger, in one statement: each state by itself on its index and no further than a tab can show. */
import { MOST_COUNTED } from '@xuncha/contracts';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../access/caller.js';

/** `shown` makes the query of what the viewer's filters leave; its records have a column `state`. */
export async function countsIn<S extends string, R extends ObjectLiteral>(
  viewer: Caller,
  states: readonly S[],
  shown: () => SelectQueryBuilder<R>,
): Promise<Record<S, number>> {
  const parts = states.map((state) => {
    const some = shown().andWhere('r.state = :counted', { counted: state });
    const [sql, values] = some.select('1', 'one').limit(MOST_COUNTED).getQueryAndParameters();
    return {
      sql: `SELECT ? AS state, COUNT(*) AS records FROM (${sql}) counted`,
      values: [state, ...values],
    };
  });
  const rows = (await viewer.manager.query(
    parts.map(({ sql }) => sql).join(' UNION ALL '),
    parts.flatMap(({ values }) => values as unknown[]),
  )) as { state: S; records: number | string }[];
  return Object.fromEntries(rows.map(({ state, records }) => [state, Number(records)])) as Record<S, number>;
}
