/** Which permissions let somebody know that a record is there: those of the queries that show its aggregate. */
import { allContracts, type Permission } from '@xuncha/contracts';
import type { Caller, Scope } from './caller.js';

let readBy: Map<string, Permission[]> | undefined;

/** Whether this caller could read a record of that aggregate in that place; others must not learn that there is one. */
export function mayKnowOf(caller: Caller, aggregate: string, scope: Scope): boolean {
  readBy ??= collect();
  return (readBy.get(aggregate) ?? []).some((permission) => caller.may(permission, scope));
}

/** Contracts are all declared by the time that anybody calls. */
function collect(): Map<string, Permission[]> {
  const found = new Map<string, Permission[]>();
  for (const { name, kind, ...rest } of allContracts()) {
    if (kind !== 'query' || !('permission' in rest) || !rest.permission) continue;
    const aggregate = name.split('.', 2).join('.');
    found.set(aggregate, [...(found.get(aggregate) ?? []), rest.permission]);
  }
  return found;
}
