/** What somebody's roles allow, for menus, buttons and names; whether a record lets it be done, the service says. */
import { roles } from 'virtual:contracts';
import { ask } from './client.js';
import { callOf, type Answer, type Permission, type QueryName } from './names.js';
import { queries } from './queries.js';

type Grants = Answer<'me'>['grants'];

export function allowedBy(grants: Grants): (permission: Permission | undefined) => boolean {
  const allowed = new Set(grants.flatMap(({ role }) => roles[role] ?? []));
  return (permission) => permission === undefined || allowed.has(permission);
}

/** For whoever is not a component: whether a query may be asked at all. */
export async function mayAsk(query: QueryName): Promise<boolean> {
  const { grants } = await queries.fetchQuery({
    queryKey: [callOf('me').contract, {}],
    queryFn: () => ask('me', {}),
  });
  return allowedBy(grants)(callOf(query).permission);
}
