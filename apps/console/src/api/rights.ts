/** For whoever is not a component: whether one's roles allow a query at all. */
import { roles } from 'virtual:contracts';
import { ask } from './client.js';
import { callOf, type Answer, type QueryName } from './names.js';
import { session } from './session.js';

/** Many ask at once, of one page; a grant given or taken away is known soon after. */
const KEPT_MS = 15_000;

interface Kept {
  readonly of: string | undefined;
  readonly until: number;
  readonly me: Promise<Answer<'me'>>;
}
let kept: Kept | undefined;

export async function mayAsk(query: QueryName): Promise<boolean> {
  const { permission } = callOf(query);
  const { grants } = await me();
  return permission === undefined || grants.some(({ role }) => roles[role]?.includes(permission));
}

function me(): Promise<Answer<'me'>> {
  const of = session.who?.accountId;
  if (kept?.of === of && kept && kept.until > Date.now()) return kept.me;
  const asked = { of, until: Date.now() + KEPT_MS, me: ask('me', {}) };
  asked.me.catch(() => {
    if (kept === asked) kept = undefined;
  });
  kept = asked;
  return asked.me;
}
