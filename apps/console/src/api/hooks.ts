/** The API for components. */
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { ask } from './client.js';
import { callOf, type Answer, type Input, type Permission, type QueryName } from './names.js';
import type { Problem } from './problem.js';
import { allowedBy } from './rights.js';
import { session } from './session.js';

export function useWho() {
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.who,
  );
}

interface Options {
  /** False: not asked yet, because something it needs is not known. */
  readonly when?: boolean;
  /** Shows the former answer while the next one is on its way: pages and filters do not flicker. */
  readonly keep?: boolean;
  /** Not asked again within this time, unless it is told to have changed. */
  readonly freshMs?: number;
}

export function useAsk<K extends QueryName>(
  name: K,
  input: Input<K>,
  { when = true, keep = false, freshMs }: Options = {},
): UseQueryResult<Answer<K>, Problem> {
  return useQuery<Answer<K>, Problem>({
    queryKey: [callOf(name).contract, input],
    queryFn: ({ signal }: { signal: AbortSignal }) => ask(name, input, signal),
    enabled: when,
    ...(freshMs === undefined ? {} : { staleTime: freshMs }),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  } as never) as UseQueryResult<Answer<K>, Problem>;
}

export interface Rights {
  readonly isKnown: boolean;
  readonly roles: readonly string[];
  readonly may: (permission: Permission | undefined) => boolean;
}

/** Nothing, until it is known. */
export function useRights(): Rights {
  const { data } = useAsk('me', {});
  const grants = data?.grants ?? [];
  return { isKnown: data !== undefined, roles: grants.map(({ role }) => role), may: allowedBy(grants) };
}
