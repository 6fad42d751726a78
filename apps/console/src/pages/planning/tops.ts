/** Where the tree of the register begins: what has no superior, or none that the viewer may see. */
import { ask } from '../../api/client.js';
import type { Item } from '../../api/names.js';

export type Organization = Item<'listOrganizations'>;

const PAGE = 200;
/** Kinds that others stand below; where there is more than a page of all, only these are looked through. */
const SUPERIORS = ['city', 'county', 'zone', 'township'] as const;

/**
 * A register of one page is in hand at once. Of a larger one the first kind that has any without a superior is the top: the city's
 * of a city's register, the county's of a county's; what else has no superior stands in the list beside the tree.
 */
export async function topsOf(): Promise<readonly Organization[]> {
  const all = await ask('listOrganizations', { state: 'active', limit: PAGE });
  if (all.next === null) {
    const ids = new Set<string>(all.items.map(({ id }) => id));
    return all.items.filter(({ parentId }) => parentId === null || !ids.has(parentId));
  }
  for (const kind of SUPERIORS) {
    const { items } = await ask('listOrganizations', { state: 'active', kind, limit: PAGE });
    const tops = items.filter(({ parentId }) => parentId === null);
    if (tops.length > 0) return tops;
  }
  return all.items.filter(({ parentId }) => parentId === null);
}
