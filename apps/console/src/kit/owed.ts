/** Where that stands which somebody is reminded of or pressed for. */
import type { Item } from '../api/names.js';

type About = Pick<Item<'listSupervisions'>, 'itemId' | 'caseId' | 'adviceLetterId'>;

export function pathOfOwed({ itemId, caseId, adviceLetterId }: About): string {
  if (adviceLetterId) return `/advice-letters/${adviceLetterId}`;
  return itemId ? `/items/${itemId}` : `/cases/${caseId}`;
}
