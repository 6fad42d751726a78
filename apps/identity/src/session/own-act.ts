/** What persons do who have just proven who they are, but have no token yet: one transaction, committed before they hear of it. */
import { newId, type Id } from '@xuncha/domain-kit';
import { Act, despiteDeadlocks, siteNow, transact, type Caller } from '@xuncha/service-kit';

export async function ownAct<T>(
  nobody: Caller,
  { id, site }: { readonly id: Id; readonly site: string },
  work: (act: Act) => Promise<T>,
): Promise<T> {
  const { runtime, moment } = nobody;
  const trace = { ...moment.trace, correlation: moment.trace.correlation || newId() };
  const who = { account: id, site, permission: null };
  const access = { grants: [], recused: new Set<Id>() };
  const once = () =>
    transact(runtime.db, async (manager) => {
      const now = await siteNow(manager, site);
      return work(new Act(runtime, who, access, { ...moment, trace, now, manager }));
    });
  const result = await despiteDeadlocks(once);
  runtime.committed();
  return result;
}

/** The address a call came from, where the edge says it. */
export function originOf({ moment }: Caller): string | null {
  return moment.origin ?? null;
}
