import type { Candidate, TeamNeed, Trait } from './composition.js';

/** An old hand has been in as many teams. */
const ROUNDS_OF_AN_OLD_HAND = 3;

export function has(candidate: Candidate, trait: Trait): boolean {
  switch (trait.kind) {
    case 'speciality':
      return candidate.specialities.includes(trait.speciality);
    case 'ages':
      return candidate.age >= (trait.from ?? 0) && candidate.age <= (trait.to ?? Infinity);
    case 'ranks':
      return trait.ranks.includes(candidate.rank);
    case 'force':
      return candidate.force === trait.force;
    case 'woman':
      return candidate.sex === 'female';
    case 'newcomer':
      return candidate.participations === 0;
    case 'oldHand':
      return candidate.participations >= ROUNDS_OF_AN_OLD_HAND;
  }
}

/** No ranks given means that any will do. */
export const isOfRank = (candidate: Candidate, ranks: readonly Candidate['rank'][]): boolean =>
  ranks.length === 0 || ranks.includes(candidate.rank);

/** Recused by rules.md 2: nothing and nobody lifts it, so it is no condition but what the pool is. */
export const isRecused = (candidate: Candidate, team: TeamNeed): boolean =>
  candidate.recusedFrom.some((id) => team.organizationIds.includes(id));

export const hasInspected = (candidate: Candidate, team: TeamNeed): boolean =>
  candidate.inspected.some((id) => team.organizationIds.includes(id));
