/** Names of the places of a coverage, and what each stands below, up to the top. */
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.js';

const AT_ONCE = 200;

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}
export type Places = ReadonlyMap<string, Place>;

export function usePlaces(ids: readonly string[] | undefined): Places | undefined {
  const { data } = useQuery({
    queryKey: ['planning.organization.places', ids],
    queryFn: () => placesOf(ids ?? []),
    enabled: ids !== undefined,
    staleTime: 60_000,
  });
  return data;
}

async function placesOf(ids: readonly string[]): Promise<Places> {
  const known = new Map<string, Place>();
  const asked = new Set<string>();
  for (let next = [...new Set(ids)]; next.length > 0;) {
    for (const id of next) asked.add(id);
    for (const one of await namesOf(next)) known.set(one.id, one);
    next = [...known.values()].flatMap(({ parentId }) =>
      parentId && !asked.has(parentId) ? [parentId] : [],
    );
    next = [...new Set(next)];
  }
  return known;
}

async function namesOf(ids: readonly string[]): Promise<Place[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, part) =>
    ids.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
  const answers = await Promise.all(parts.map((part) => ask('organizationNames', { ids: part })));
  return answers.flatMap(({ items }) => items);
}
