import type { ProposedMember } from '@xuncha/contracts';
import { Rank } from '@xuncha/contracts';
import type { Candidate, TeamNeed } from './composition.js';
import { isOfRank } from './trait.js';

const byRank = (one: Candidate, other: Candidate): number =>
  Rank.options.indexOf(other.rank) - Rank.options.indexOf(one.rank) ||
  other.participations - one.participations ||
  (one.inspectorId < other.inspectorId ? -1 : 1);

/**
 * Gives out the roles among those chosen: the leader is the highest in rank, then the most experienced, whose choice
 * leaves deputies enough; deputies likewise, as few as the team needs. The office may choose others.
 */
export function withRoles(members: readonly Candidate[], team: TeamNeed): ProposedMember[] {
  const inOrder = members.toSorted(byRank);
  const deputiesBeside = (leader: Candidate) =>
    inOrder.filter((one) => one !== leader && isOfRank(one, team.deputies.ranks));
  const leader = inOrder.find(
    (one) => isOfRank(one, team.leader.ranks) && deputiesBeside(one).length >= team.deputies.least,
  );
  const deputies = leader ? deputiesBeside(leader).slice(0, team.deputies.least) : [];
  return inOrder.map((one) => ({
    inspectorId: one.inspectorId,
    role: one === leader ? 'leader' : deputies.includes(one) ? 'deputy' : 'member',
  }));
}
