/** Where the tree of the register begins: what has no superior, or none that the viewer may see. */
import { ask } from '../../api/client.js';
import type { Item } from '../../api/names.js';

export type Organization = Item<'listOrganizations'>;

const PAGE = 200;
/** Kinds that stand at the top of a register, the highest first. */
const HIGHEST = ['city', 'county', 'zone', 'township'] as const;

/**
 * A register of one page is in hand at once. Of a larger one the first kind that has any without a superior is the top: the city's
 * of a city's register, the county's of a county's; what else has no superior stands in the list beside the tree.
 */
export async function topsOf(): Promise<readonly Organization[]> {
  const [all, ...byKind] = await Promise.all([
    ask('listOrganizations', { state: 'active', limit: PAGE }),
    ...HIGHEST.map((kind) => ask('listOrganizations', { state: 'active', kind, limit: PAGE })),
  ]);
  if (all.next === null) {
    const ids = new Set<string>(all.items.map(({ id }) => id));
    return all.items.filter(({ parentId }) => parentId === null || !ids.has(parentId));
  }
  const tops = byKind.map(({ items }) => items.filter(({ parentId }) => parentId === null));
  return tops.find((found) => found.length > 0) ?? all.items.filter(({ parentId }) => parentId === null);
}
