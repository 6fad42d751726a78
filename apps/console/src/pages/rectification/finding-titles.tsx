/**
 * What the finding of an item is called. Those who are inspected see findings only as their feedback words them; everybody else may list
 * them. Asked once for each inspection: neither query is a look at a restricted record.
 */
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.js';
import type { Answer } from '../../api/names.js';
import { mayAsk } from '../../api/rights.js';

const KEPT_MS = 300_000;

export interface FedBack {
  readonly title: string;
  /** What it goes against, as the feedback says; absent where it was not read from a feedback. */
  readonly clause?: string;
}
type Titles = ReadonlyMap<string, FedBack>;
type Id = Answer<'readItem'>['id'];
export interface OfFinding {
  readonly inspectionId: string;
  readonly findingId: string;
}

async function titlesOf(inspectionId: string): Promise<Titles> {
  return (await mayAsk('listFindings')) ? listed(inspectionId as Id) : fedBack(inspectionId as Id);
}

async function listed(inspectionId: Id): Promise<Titles> {
  const titles = new Map<string, FedBack>();
  let cursor: string | undefined;
  do {
    const page = await ask('listFindings', { inspectionId, limit: 200, ...(cursor ? { cursor } : {}) });
    for (const { id, title } of page.items) titles.set(id, { title });
    cursor = page.next ?? undefined;
  } while (cursor);
  return titles;
}

async function fedBack(inspectionId: Id): Promise<Titles> {
  const { items } = await ask('listFeedback', { inspectionId });
  const read = await Promise.all(items.map(({ id }) => ask('readFeedback', { feedbackId: id })));
  return new Map(
    read.flatMap(({ findings }) =>
      findings.map(({ findingId, title, clause }) => [findingId, { title, clause }]),
    ),
  );
}

const titlesQuery = (inspectionId: string) => ({
  queryKey: ['onsite.finding.titles', inspectionId],
  queryFn: () => titlesOf(inspectionId),
  staleTime: KEPT_MS,
});

/** Undefined while it is asked. */
export function useFindingTitles(inspectionId: string): Titles | undefined {
  return useQuery(titlesQuery(inspectionId)).data;
}

/** An item that was ordered on site is there before its finding is fed back; until then its organization knows it by its order alone. */
const UNNAMED = '立行立改事项';

export function useFindingTitle({ inspectionId, findingId }: OfFinding): string {
  const titles = useFindingTitles(inspectionId);
  return titles ? (titles.get(findingId)?.title ?? UNNAMED) : '…';
}

export function FindingTitle(item: OfFinding) {
  return <>{useFindingTitle(item)}</>;
}

/** For whoever is not a component: a file of a table. */
export async function findingTitleNow({ inspectionId, findingId }: OfFinding): Promise<string> {
  const titles = await titlesOf(inspectionId).catch(() => new Map<string, FedBack>());
  return titles.get(findingId)?.title ?? UNNAMED;
}
