import { refuse, type Id } from '@xuncha/domain-kit';
import type { Place } from './place.js';

const posts = ['leader', 'deputy', 'liaison', 'member', 'office'] as const;

/** Someone who signs or decides, in the post they hold towards this place today. */
export interface Officer {
  readonly id: Id;
  readonly post: (typeof posts)[number];
}
interface Asker {
  readonly person: Id;
  hasRole(role: string, scope: { organizationId: Id; teamId: Id }): boolean;
}

/** Who holds posts in the team and in the office acts for the team. */
export function officer(
  asker: Asker,
  { teamId, organizationId }: Pick<Place, 'teamId' | 'organizationId'>,
): Officer {
  const post = posts.find((role) => asker.hasRole(role, { teamId, organizationId }));
  return { id: asker.person, post: post ?? refuse('access.denied') };
}
