import { allContracts } from '@xuncha/contracts';
import type { Caller, Scope } from './caller.js';

/**
 * Whether this caller could read a record of that aggregate in that place, by one of the queries that show it; others must not learn
 * that there is one.
 */
export function mayKnowOf(caller: Caller, aggregate: string, scope: Scope): boolean {
  return allContracts().some(
    (contract) =>
      contract.kind === 'query' &&
      contract.permission &&
      contract.name.startsWith(`${aggregate}.`) &&
      caller.may(contract.permission, scope),
  );
}
