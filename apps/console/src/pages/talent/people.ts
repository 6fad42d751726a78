/** Everybody who can be called, with name and what speaks for them: for whoever composes teams by hand. */
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.js';
import { useRights } from '../../api/hooks.js';
import { callOf, type Answer, type Item } from '../../api/names.js';

export type Person = Item<'listInspectors'> &
  Pick<
    Answer<'readPool'>['inspectors'][number],
    'inTeamId' | 'daysThisYear' | 'participations' | 'accountId'
  >;

const AT_ONCE = 200;
const KEPT_MS = 300_000;

/** Undefined until read, and for whoever may not read the pool. Lists and not records: nobody's file is opened for it. */
export function usePeople(): ReadonlyMap<string, Person> | undefined {
  const { may } = useRights();
  const { data } = useQuery({
    queryKey: ['talent.inspector.list', 'everybody in the pool'],
    queryFn: everybody,
    enabled: may(callOf('readPool').permission) && may(callOf('listInspectors').permission),
    staleTime: KEPT_MS,
  });
  return data;
}

async function everybody(): Promise<Map<string, Person>> {
  const { inspectors } = await ask('readPool', {});
  const available = new Map(inspectors.map((one) => [one.inspectorId as string, one]));
  const people = new Map<string, Person>();
  let cursor: string | undefined;
  do {
    const page = await ask('listInspectors', { state: 'inPool', limit: AT_ONCE, cursor });
    for (const entry of page.items) {
      const one = available.get(entry.id);
      if (one)
        people.set(entry.id, {
          ...entry,
          inTeamId: one.inTeamId,
          daysThisYear: one.daysThisYear,
          participations: one.participations,
          accountId: one.accountId,
        });
    }
    cursor = page.next ?? undefined;
  } while (cursor);
  return people;
}
