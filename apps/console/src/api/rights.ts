/** For whoever is not a component: whether one's roles allow a query at all. */
import { roles } from 'virtual:contracts';
import { ask } from './client.js';
import { callOf, type QueryName } from './names.js';

export async function mayAsk(query: QueryName): Promise<boolean> {
  const { permission } = callOf(query);
  const { grants } = await ask('me', {});
  return permission === undefined || grants.some(({ role }) => roles[role]?.includes(permission));
}
