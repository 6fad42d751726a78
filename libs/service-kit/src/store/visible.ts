/** Narrows a query to what a viewer may know of: their site, what their grants reach, and nothing they are recused from. */
import { idToBytes, type Id } from '@xuncha/domain-kit';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Caller, Grant } from '../access/caller.js';

export interface ScopeColumns {
  readonly organization?: string;
  readonly team?: string;
  readonly recusal?: string;
}

export function visible<R extends ObjectLiteral>(
  viewer: Caller,
  query: SelectQueryBuilder<R>,
  columns: ScopeColumns,
  alias = 'r',
): SelectQueryBuilder<R> {
  query.where(`${alias}.site = :viewerSite`, { viewerSite: viewer.site });
  if (viewer.account === null) return query;
  for (const concerned of [columns.organization, columns.recusal]) {
    if (!concerned || viewer.access.recused.size === 0) continue;
    const recused = [...viewer.access.recused].map(idToBytes);
    query.andWhere(`(${alias}.${concerned} IS NULL OR ${alias}.${concerned} NOT IN (:...recused))`, {
      recused,
    });
  }
  const { permission } = viewer.who;
  if (permission === null) return query;
  const limits = viewer.grantsOf(permission).map((grant) => limitOf(grant, columns, alias));
  if (limits.some((limit) => limit === 'all')) return query;
  const reachable = limits.filter((limit) => limit !== 'none' && limit !== 'all');
  if (reachable.length === 0) return query.andWhere('1 = 0');
  return query.andWhere(
    `(${reachable.map((limit, index) => limit.sql(index)).join(' OR ')})`,
    Object.assign({}, ...reachable.map((limit, index) => limit.parameters(index))) as ObjectLiteral,
  );
}

/** Whether each of the viewer's grants reaches the records of one organization or team alone. */
export function isWithinFew(viewer: Caller, columns: ScopeColumns): boolean {
  const { permission } = viewer.who;
  if (viewer.account === null || permission === null) return false;
  return viewer.grantsOf(permission).every((grant) => limitOf(grant, columns, 'r') !== 'all');
}

interface Limit {
  sql(index: number): string;
  parameters(index: number): Record<string, Buffer>;
}

function limitOf(grant: Grant, columns: ScopeColumns, alias: string): 'all' | 'none' | Limit {
  const parts: [column: string, id: Id][] = [];
  if (grant.teamId && columns.team) parts.push([columns.team, grant.teamId]);
  if (grant.organizationId) {
    if (!columns.organization) return 'none';
    parts.push([columns.organization, grant.organizationId]);
  }
  if (parts.length === 0) return 'all';
  return {
    sql: (index) => `(${parts.map(([column]) => `${alias}.${column} = :${column}${index}`).join(' AND ')})`,
    parameters: (index) =>
      Object.fromEntries(parts.map(([column, id]) => [`${column}${index}`, idToBytes(id)])),
  };
}
