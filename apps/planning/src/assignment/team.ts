/** A team as it goes into one round; entered by hand as long as nothing else composes teams. */
import type { TeamMember } from '@xuncha/contracts';
import { idFrom, profileOf, refuse, refuseIf, type Id } from '@xuncha/domain-kit';

export interface Team {
  /** The standing name, the same in every round. */
  readonly designation: string;
  readonly members: TeamMember[];
}
/** An account that must stay away from an organization. */
export interface Recusal {
  readonly accountId: Id;
  readonly organizationId: Id;
}

/** A team is authorized anew in every round (rules.md 1): one id per designation and round. */
export function teamIdOf(roundId: Id, designation: string): Id {
  return idFrom(`team of ${roundId}`, designation);
}

const deputiesLeast = 1;
const deputiesMost = 2;

/** rules.md, team.size: a leader, one or two deputies, members. */
export function refuseUnfitTeam({ members }: Team, profileKey: string): void {
  const accounts = new Set(members.map(({ accountId }) => accountId));
  refuseIf(accounts.size < members.length, 'team.member-twice');
  const { least, most } = profileOf(profileKey).limits['team.size'];
  const size = members.length;
  refuseIf(size < least || size > most, 'team.size', { least, most, size });
  const having = (role: TeamMember['role']) => members.filter((member) => member.role === role).length;
  refuseIf(having('leader') !== 1, 'team.one-leader', { leaders: having('leader') });
  const deputies = having('deputy');
  refuseIf(deputies < deputiesLeast || deputies > deputiesMost, 'team.deputies', { deputies });
}

/** A breach blocks, it does not warn (rules.md 2). */
export function refuseRecused(recusals: readonly Recusal[]): void {
  const [first] = recusals;
  if (first) refuse('team.member-recused', { ...first });
}

export function sameMembers(a: Pick<Team, 'members'>, b: Pick<Team, 'members'>): boolean {
  const text = ({ members }: Pick<Team, 'members'>) =>
    members
      .map(({ accountId, role }) => `${accountId} ${role}`)
      .toSorted()
      .join();
  return text(a) === text(b);
}
