/** Keeps what records are found by, in the transaction that changes it; and finds them. */
import { idFromBytes, idToBytes, type Id } from '@xuncha/domain-kit';
import type { SelectQueryBuilder } from 'typeorm';
import type { Act } from '../access/act.js';
import type { Caller } from '../access/caller.js';
import type { AggregateRow } from '../store/columns.js';
import { beginningWith, matching, plain, searchedText, wordsOf } from './words.js';

/** As many as a person looks through. */
const MOST_FOUND = 20;
/** Read one by one: what is found often is found among them, and what is not is rare enough for the index to be quick. */
const NEWEST = 20_000;

export interface Searched {
  readonly site: string;
  readonly id: Id;
  readonly texts: readonly (string | null)[];
}

const INSERT = 'INSERT INTO searched (site, aggregate, record_id, text, words) VALUES ';

interface Kept {
  readonly aggregate: string;
  readonly indexed?: boolean;
}

export async function keepSearched(act: Act, kept: Kept, records: readonly Searched[]): Promise<void> {
  const { sql, values } = inserting(kept, records);
  await act.write(`${sql} ON DUPLICATE KEY UPDATE text = VALUES(text), words = VALUES(words)`, values);
}

/** Words are for the index alone, and cost more than all the rest. */
export function inserting({ aggregate, indexed = false }: Kept, records: readonly Searched[]) {
  const values = records.flatMap(({ site, id, texts }) => {
    const text = searchedText(texts);
    return [site, aggregate, idToBytes(id), Buffer.from(text), indexed ? wordsOf(text) : ''];
  });
  return { sql: INSERT + records.map(() => '(?, ?, ?, ?, ?)').join(', '), values };
}

export const isSameText = (one: Searched['texts'], other: Searched['texts']) =>
  searchedText(one) === searchedText(other);

/** The best first: by the beginning of the first text that begins so, then the newest. `shown` is all that the viewer may see. */
export async function searchIn<R extends AggregateRow>(
  viewer: Caller,
  aggregate: string,
  { text, areFew, shown }: { text: string; areFew: boolean; shown: () => SelectQueryBuilder<R> },
): Promise<R[]> {
  const asked = plain(text);
  if (asked === '') return [];
  const found = (more: string, values: object = {}) =>
    joined(shown(), more).setParameters({
      aggregate,
      asked: Buffer.from(asked),
      beginning: Buffer.from(beginningWith(asked)),
      ...values,
    });
  // A limit would have all that is found put aside first.
  if (areFew) return found('').getMany();
  const since = await newest(viewer, aggregate);
  if (!since) return found(`LIMIT ${NEWEST}`).getMany();
  const recent = await found(`AND record_id >= :since LIMIT ${NEWEST}`, {
    since: idToBytes(since),
  }).getMany();
  if (recent.length === MOST_FOUND) return recent;
  const match = 'AND MATCH (words) AGAINST (:match IN BOOLEAN MODE)';
  return found(`${match} LIMIT ${NEWEST}`, { match: matching(asked) }).getMany();
}

function joined<R extends AggregateRow>(query: SelectQueryBuilder<R>, more: string): SelectQueryBuilder<R> {
  const parameters = query.getParameters();
  return query
    .innerJoin(
      `(SELECT record_id, LOCATE(:beginning, text) AS place FROM searched
        WHERE site = :viewerSite AND aggregate = :aggregate AND LOCATE(:asked, text) > 0 ${more})`,
      's',
      's.record_id = r.id',
    )
    .addSelect('IF(s.place = 0, 1, 0)', 'within')
    .addSelect('s.place', 'place')
    .orderBy('within')
    .addOrderBy('place')
    .addOrderBy('r.id', 'DESC')
    .limit(MOST_FOUND)
    .setParameters(parameters);
}

/** The oldest of the newest; null where there are no more than those. */
async function newest({ manager, site }: Caller, aggregate: string): Promise<Id | null> {
  const rows = (await manager.query(
    `SELECT record_id AS id FROM searched WHERE site = ? AND aggregate = ?
     ORDER BY record_id DESC LIMIT 1 OFFSET ${NEWEST}`,
    [site, aggregate],
  )) as { id: Buffer }[];
  return rows[0] ? idFromBytes(rows[0].id) : null;
}
