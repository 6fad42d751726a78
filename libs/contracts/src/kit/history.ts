/** What has happened to a record, for whoever may read it: events and who acted, without what they say. The kit answers it from the journal. */
import { z } from 'zod';
import { query, type EventContract, type QueryContract } from './builders.js';
import { BusinessDate, ContractName, Id, Instant, Version } from './types.js';

/** The latest; a record with more has been worked on every day for a year. */
export const MOST_HISTORY = 500;

const HistoryEntry = z.object({
  event: ContractName,
  version: Version,
  at: Instant.describe('记录的时刻'),
  effectiveOn: BusinessDate.describe('发生的日期'),
  accountId: Id.nullable().describe('空：系统自身，或只限于某一单位的人不得而知'),
});
const History = z.object({ items: z.array(HistoryEntry).describe('最新的在后') });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** `inside` are events that whoever sees one organization alone must not learn of. */
export function historyOf<I extends z.ZodObject>(
  read: QueryContract<I>,
  { inside = [] }: { readonly inside?: readonly EventContract[] } = {},
): QueryContract<I, typeof History> {
  const { name, route, permission, summary, input } = read;
  const [service, aggregate] = name.split('.');
  return query(`${service}.${aggregate}.history`, {
    http: `GET ${route!.path}/history`,
    permission,
    classification: 'internal',
    summary: `经过，不含内容：${summary}`,
    input,
    output: History,
    answeredFrom: { read, as: 'history', inside: inside.map((event) => event.name) },
  });
}
