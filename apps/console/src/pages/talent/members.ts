/** Members of a team as the pages of talent pass them about. */
import type { Answer, Input } from '../../api/names.js';

export type Proposed = Input<'proposeTeam'>['members'][number];
export type ComposedTeam = Answer<'readComposition'>['teams'][number];

/** As a team is read out: leader first. */
export const roles = ['leader', 'deputy', 'member', 'liaison'] as const satisfies readonly Proposed['role'][];

export function asProposed({ inspectorId, role, lent }: Proposed): Proposed {
  return { inspectorId, role, ...(lent ? { lent } : {}) };
}

export function inOrder<M extends Pick<Proposed, 'role'>>(members: readonly M[]): M[] {
  return members.toSorted((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role));
}
