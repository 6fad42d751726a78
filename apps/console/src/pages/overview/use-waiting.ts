/** How many records wait in each line, by count queries that several lines and the process chart share. */
import { useQueries } from '@tanstack/react-query';
import { ask } from '../../api/client.js';
import { useRights, useWho } from '../../api/hooks.js';
import { callOf, type QueryName } from '../../api/names.js';
import { lanes } from './process.js';
import { waitings, type Waiting } from './waiting.js';

type Counts = Readonly<Record<string, number>>;
interface Asked {
  readonly query: QueryName;
  readonly input: Readonly<Record<string, string>>;
}

/** Counts by query and filter; undefined while they are on their way or may not be asked. */
function useCounts(asked: readonly Asked[]): (one: Asked) => Counts | undefined {
  const distinct = [...new Map(asked.map((one) => [keyOf(one), one])).values()];
  const answers = useQueries({
    queries: distinct.map(({ query, input }) => ({
      queryKey: [callOf(query).contract, input],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask(query, input as never, signal) as Promise<Counts>,
    })),
  });
  const byKey = new Map(distinct.map((one, index) => [keyOf(one), answers[index]?.data]));
  return (one) => byKey.get(keyOf(one));
}

const keyOf = ({ query, input }: Asked) => `${query} ${JSON.stringify(input)}`;

export interface WaitingLine extends Waiting {
  readonly count: number | undefined;
  readonly to: string;
}

/** What waits for me: lines of my roles, those with the most to do are not first but in the order of the work. */
export function useWaiting(): { readonly lines: readonly WaitingLine[]; readonly isKnown: boolean } {
  const { roles, may, isKnown } = useRights();
  const who = useWho();
  const mine = waitings.filter(
    ({ of, counts }) => may(callOf(counts).permission) && of.some((role) => roles.includes(role)),
  );
  const askedBy = ({ counts, mine: field }: Waiting): Asked => ({
    query: counts,
    input: field && who ? { [field]: who.accountId } : {},
  });
  const countsOf = useCounts(mine.map(askedBy));
  const lines = mine.map((line) => ({
    ...line,
    count: countsOf(askedBy(line))?.[line.state],
    to: `${line.page}?${new URLSearchParams({ ...askedBy(line).input, state: line.state }).toString()}`,
  }));
  return { lines, isKnown: isKnown && lines.every(({ count }) => count !== undefined) };
}

/** What waits at each step of the process, as far as one may know. */
export function useStepCounts(): (
  query: QueryName | undefined,
  states: readonly string[] | undefined,
) => number | undefined {
  const { may } = useRights();
  const queries = lanes.flatMap(({ steps }) => steps.flatMap(({ counts }) => counts ?? []));
  const asked = queries
    .filter((query) => may(callOf(query).permission))
    .map((query) => ({ query, input: {} }));
  const countsOf = useCounts(asked);
  return (query, states) => {
    const counts = query && countsOf({ query, input: {} });
    return counts && states?.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  };
}
