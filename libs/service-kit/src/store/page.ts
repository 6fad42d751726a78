/** Pages start after a key, never at an offset: instant at any depth. */
import type { Page } from '@xuncha/contracts';
import { idToBytes } from '@xuncha/domain-kit';
import type { SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { AggregateRow } from './columns.js';
import { closeCursor, openCursor, type Place } from './cursor.js';

export interface Criteria<R> {
  /** Equal to a value, or to one of several; undefined means not asked. */
  readonly where?: { readonly [K in keyof R]?: R[K] | readonly R[K][] | undefined };
  /** From the first to the second, both included; either may be left open. */
  readonly between?: { readonly [K in keyof R]?: readonly [R[K] | undefined, R[K] | undefined] };
  /** Lists in a JSON column that have this word; undefined means not asked. */
  readonly having?: { readonly [K in keyof R]?: string | undefined };
  /** What no column says by itself: narrows the query of `r` further. */
  readonly also?: ((query: SelectQueryBuilder<any>) => void) | undefined;
  /** Default: by id, which is by time of making. */
  readonly orderBy?: keyof R & string;
  readonly descending?: boolean;
  readonly cursor?: string | undefined;
  /** Default 50; without a page (`find`) all that fit in FIND_LIMIT. */
  readonly limit?: number | undefined;
}

const DEFAULT_LIMIT = 50;
/** The most that is read at once where a whole list is needed; more is a page's business. */
export const FIND_LIMIT = 5_000;

/** What is asked for, of what the query shows anyway. */
export function narrowed<R extends AggregateRow>(
  query: SelectQueryBuilder<R>,
  criteria: Pick<Criteria<R>, 'where' | 'between' | 'having' | 'also'>,
): SelectQueryBuilder<R> {
  for (const [column, wanted] of Object.entries(criteria.where ?? {})) addFilter(query, column, wanted);
  for (const [column, ends] of Object.entries(criteria.between ?? {})) addRange(query, column, ends as Ends);
  for (const [column, word] of Object.entries(criteria.having ?? {})) addWord(query, column, word as string);
  criteria.also?.(query);
  return query;
}

export async function pageOf<R extends AggregateRow>(
  viewer: Caller,
  query: SelectQueryBuilder<R>,
  criteria: Criteria<R>,
): Promise<Page<R>> {
  narrowed(query, criteria);
  const limit = criteria.limit ?? DEFAULT_LIMIT;
  const order = criteria.orderBy ?? 'id';
  const purpose = `${viewer.site}|${order}|${criteria.descending ? 'desc' : 'asc'}`;
  if (criteria.cursor)
    startAfter(query, order, criteria.descending, openCursor(viewer, purpose, criteria.cursor));
  const direction = criteria.descending ? 'DESC' : 'ASC';
  query.orderBy(`r.${order}`, direction).limit(limit + 1);
  if (order !== 'id') query.addOrderBy('r.id', direction);
  const rows = await query.getMany();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || !last) return { items, next: null };
  return { items, next: closeCursor(viewer, purpose, [last[order as keyof R] as unknown, last.id]) };
}

function addFilter(
  query: SelectQueryBuilder<never> | SelectQueryBuilder<any>,
  column: string,
  wanted: unknown,
) {
  if (wanted === undefined) return;
  const stored = storedBy(query, column);
  if (wanted === null) query.andWhere(`r.${column} IS NULL`);
  else if (Array.isArray(wanted)) {
    if (wanted.length === 0) query.andWhere('1 = 0');
    else query.andWhere(`r.${column} IN (:...w_${column})`, { [`w_${column}`]: wanted.map(stored) });
  } else query.andWhere(`r.${column} = :w_${column}`, { [`w_${column}`]: stored(wanted) });
}

type Ends = readonly [least: unknown, most: unknown];
function addRange(query: SelectQueryBuilder<any>, column: string, [least, most]: Ends) {
  const stored = storedBy(query, column);
  if (least !== undefined)
    query.andWhere(`r.${column} >= :least_${column}`, { [`least_${column}`]: stored(least) });
  if (most !== undefined)
    query.andWhere(`r.${column} <= :most_${column}`, { [`most_${column}`]: stored(most) });
}

function addWord(query: SelectQueryBuilder<any>, column: string, word: string | undefined) {
  if (word === undefined) return;
  query.andWhere(`LOCATE(:h_${column}, r.${column}) > 0`, { [`h_${column}`]: JSON.stringify(word) });
}

/** As the column keeps a value. */
function storedBy(query: SelectQueryBuilder<any>, column: string): (value: unknown) => unknown {
  const metadata = query.expressionMap.mainAlias!.metadata.findColumnWithPropertyName(column)!;
  const transformer = metadata.transformer as { to(value: unknown): unknown } | undefined;
  return (value) => (transformer ? transformer.to(value) : value);
}

function startAfter(
  query: SelectQueryBuilder<any>,
  order: string,
  descending: boolean | undefined,
  [value, id]: Place,
) {
  const beyond = descending ? '<' : '>';
  const parameters = { afterValue: value, afterId: idToBytes(id) };
  if (order === 'id') query.andWhere(`r.id ${beyond} :afterId`, parameters);
  else
    query.andWhere(
      `(r.${order} ${beyond} :afterValue OR (r.${order} = :afterValue AND r.id ${beyond} :afterId))`,
      parameters,
    );
}
