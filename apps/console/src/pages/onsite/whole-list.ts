/** Lists that are short by nature, such as the findings of one inspection, read to their end. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../../api/client.js';
import { callOf, type Input, type Item, type ListName, type PageOf } from '../../api/names.js';
import type { Problem } from '../../api/problem.js';

const ROWS_AT_ONCE = 200;

export function useWholeList<Q extends ListName>(
  query: Q,
  input: Input<Q>,
  { when = true }: { when?: boolean } = {},
): UseQueryResult<Item<Q>[], Problem> {
  return useQuery<Item<Q>[], Problem>({
    queryKey: [callOf(query).contract, input, 'whole'],
    queryFn: () => wholeList(query, input),
    enabled: when,
  });
}

async function wholeList<Q extends ListName>(query: Q, input: Input<Q>): Promise<Item<Q>[]> {
  const items: Item<Q>[] = [];
  let cursor: string | undefined;
  do {
    const page = (await ask(query, {
      ...(input as object),
      limit: ROWS_AT_ONCE,
      cursor,
    } as Input<Q>)) as PageOf<Q>;
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return items;
}
