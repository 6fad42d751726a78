/** Who may be in a team, by the profile of its round (rules.md, Profiles; rules.md 2). */
import type { ProposedMember, RecusalReason } from '@xuncha/contracts';
import { refuseIf, type Id, type Profile } from '@xuncha/domain-kit';
import type { Inspector } from '../inspector/inspector.js';

/** One member before one organization; without reasons the member may go there. */
export interface Examined {
  readonly inspectorId: Id;
  readonly organizationId: Id;
  readonly reasons: readonly RecusalReason[];
  /** The team is there already, or was. */
  readonly entered: boolean;
}
/** What is known of those named, and of where they would be sent. */
export interface Bench {
  readonly profile: Profile;
  readonly people: ReadonlyMap<Id, Pick<Inspector, 'state' | 'rank' | 'accountId'>>;
  /** Of those named, who is in another team at the same time. */
  readonly elsewhere: readonly { readonly inspectorId: Id; readonly teamId: Id }[];
  /** Each of them before each organization of the team's assignments. */
  readonly examined: readonly Examined[];
}

const deputiesLeast = 1;
const deputiesMost = 2;

/** rules.md, team.size: a leader, one or two deputies, members; everybody of them in the pool, and from the ranks asked (WH17-1). */
export function refuseUnfit(members: readonly ProposedMember[], { profile, people, elsewhere }: Bench): void {
  const ids = members.map(({ inspectorId }) => inspectorId);
  refuseIf(new Set(ids).size < ids.length, 'team.member-twice');
  const { least, most } = profile.limits['team.size'];
  const size = members.length;
  refuseIf(size < least || size > most, 'team.size', { least, most, size });
  const having = (role: ProposedMember['role']) => members.filter((member) => member.role === role).length;
  refuseIf(having('leader') !== 1, 'team.one-leader', { leaders: having('leader') });
  const deputies = having('deputy');
  refuseIf(deputies < deputiesLeast || deputies > deputiesMost, 'team.deputies', { deputies });
  for (const { inspectorId, role } of members) {
    const person = people.get(inspectorId);
    refuseIf(person?.state !== 'inPool', 'team.member-not-in-pool', { inspectorId, state: person?.state });
    if (role !== 'leader' && role !== 'deputy') continue;
    const ranks = profile.limits['team.ranks'][role];
    const isOfRank = ranks.length === 0 || ranks.includes(person!.rank);
    refuseIf(!isOfRank, 'team.rank', { inspectorId, role, ranks, rank: person?.rank });
  }
  const [first] = elsewhere;
  refuseIf(first !== undefined, 'team.member-elsewhere', { ...first });
}

/** A breach blocks, it does not warn (rules.md 2); all of them are told at once. */
export function refuseRecused(examined: readonly Examined[]): void {
  const breaches = breachesIn(examined).map(({ entered: _entered, ...breach }) => breach);
  refuseIf(breaches.length > 0, 'team.recused', { breaches });
}

export function breachesIn(examined: readonly Examined[]): Examined[] {
  return examined.filter(({ reasons }) => reasons.length > 0);
}

/** The organizations that none of them must stay away from. */
export function clearOf(examined: readonly Examined[]): Id[] {
  const breached = new Set(breachesIn(examined).map(({ organizationId }) => organizationId));
  const all = new Set(examined.map(({ organizationId }) => organizationId));
  return [...all].filter((id) => !breached.has(id)).toSorted();
}
