/** A team in one round, from the proposal of its people to the end of their authority (rules.md 1, 2; lifecycle.md). */
import {
  decide,
  teamActive,
  teamAuthorized,
  teamChanged,
  teamChecked,
  teamProposed,
  teamRechecked,
  teamReleased,
  teamWithdrawn,
  type AuthorizedMember,
  type Decision,
  type ProposedMember,
} from '@xuncha/contracts';
import {
  allows,
  defineFlow,
  refuseIf,
  step,
  teamIdOf,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import { clearOf, refuseRecused, refuseUnfit, type Bench } from './members.js';

export const flow = defineFlow({
  aggregate: 'talent.team',
  initial: 'proposed',
  states: {
    proposed: { change: 'proposed', check: 'checked', withdraw: 'withdrawn' },
    checked: { change: 'proposed', authorize: 'authorized', withdraw: 'withdrawn' },
    authorized: { replace: 'authorized', recheck: 'authorized', enter: 'active', release: 'released' },
    active: { replace: 'active', recheck: 'active', release: 'released' },
    released: {},
    withdrawn: { propose: 'proposed' },
  },
});

export interface Member extends ProposedMember {
  /** From the authorization on. */
  readonly accountId: Id | null;
}
/** Somebody left an authorized team and somebody came. */
export interface Replacement {
  readonly on: BusinessDate;
  readonly by: Id;
  readonly reason: string;
  readonly left: readonly Id[];
  readonly joined: readonly Id[];
}
export interface Team {
  readonly id: Id;
  readonly roundId: Id;
  readonly designation: string;
  readonly members: readonly Member[];
  readonly state: StateOf<typeof flow>;
  readonly proposedBy: Id | null;
  readonly checkedBy: Id | null;
  readonly checkedOn: BusinessDate | null;
  readonly authorizedBy: Id | null;
  readonly authorizedOn: BusinessDate | null;
  readonly releasedOn: BusinessDate | null;
  /** Organizations that none of the team was found to have to stay away from. */
  readonly clearOf: readonly Id[];
  readonly replacements: readonly Replacement[];
  readonly withdrawReason: string | null;
}
interface Done {
  readonly by: Id;
  readonly on: BusinessDate;
}

export interface Proposal {
  readonly roundId: Id;
  readonly designation: string;
  readonly members: readonly ProposedMember[];
}
/** `before` is the team as it was withdrawn, where it was; nothing of it stays. */
export function propose(
  { roundId, designation, members }: Proposal,
  bench: Bench,
  by: Id | null,
  before: Team | null = null,
): Decision<Team> {
  const state = before ? step(flow, before.state, 'propose') : flow.initial;
  refuseUnfit(members, bench);
  refuseRecused(bench.examined);
  const team: Team = {
    id: teamIdOf(roundId, designation),
    roundId,
    designation,
    members: members.map(withoutAccount),
    state,
    proposedBy: by,
    checkedBy: null,
    checkedOn: null,
    authorizedBy: null,
    authorizedOn: null,
    releasedOn: null,
    clearOf: [],
    replacements: [],
    withdrawReason: null,
  };
  return decide(team, teamProposed(which(team)));
}

/** A team that was checked is checked again. */
export function change(team: Team, members: readonly ProposedMember[], bench: Bench, by: Id): Decision<Team> {
  const state = step(flow, team.state, 'change');
  refuseUnfit(members, bench);
  refuseRecused(bench.examined);
  const anew = { proposedBy: by, checkedBy: null, checkedOn: null, clearOf: [] };
  const after = { ...team, ...anew, members: members.map(withoutAccount), state };
  return decide(after, teamProposed(which(after)));
}

export function check(team: Team, bench: Bench, { by, on }: Done): Decision<Team> {
  const state = step(flow, team.state, 'check');
  refuseUnready(team, bench);
  const after = { ...team, state, checkedBy: by, checkedOn: on, clearOf: clearOf(bench.examined) };
  return decide(after, teamChecked(which(after)));
}

/** Once per round (rules.md 1); whatever changed since the check is found here. */
export function authorize(team: Team, bench: Bench, { by, on }: Done): Decision<Team> {
  const state = step(flow, team.state, 'authorize');
  refuseIf(by === team.proposedBy, 'team.authorized-by-proposer');
  refuseUnready(team, bench);
  const members = withAccounts(team.members, bench);
  const cleared = clearOf(bench.examined);
  const after = { ...team, state, members, authorizedBy: by, authorizedOn: on, clearOf: cleared };
  const { designation } = team;
  return decide(after, teamAuthorized({ ...which(team), designation, members, on, clearOf: cleared }));
}

/** Who stays is not asked again: what was found of them meanwhile stands until they, too, are replaced. */
export function replace(
  team: Team,
  members: readonly ProposedMember[],
  bench: Bench,
  { by, on, reason }: Done & { readonly reason: string },
): Decision<Team> {
  const state = step(flow, team.state, 'replace');
  const [before, after] = [team.members, members].map((people) =>
    people.map(({ inspectorId }) => inspectorId),
  );
  const left = before!.filter((id) => !after!.includes(id));
  const joined = after!.filter((id) => !before!.includes(id));
  refuseIf(left.length === 0 && joined.length === 0 && sameRoles(team.members, members), 'team.unchanged');
  refuseUnfit(members, bench);
  refuseRecused(bench.examined.filter(({ inspectorId }) => joined.includes(inspectorId)));
  const replacements = [...team.replacements, { on, by, reason, left, joined }];
  return changed({ ...team, state, replacements }, withAccounts(members, bench), bench, on);
}

/**
 * Its assignments or somebody's record changed. What is not authorized yet is checked before it is, so nothing is to be done then.
 * Somebody who has another account now gets the team's rights there.
 */
export function recheck(team: Team, bench: Bench, on: BusinessDate): Decision<Team> {
  if (!allows(flow, team.state, 'recheck')) return decide(team);
  const state = step(flow, team.state, 'recheck');
  const members = team.members.map((member) => ({
    ...member,
    accountId: bench.people.get(member.inspectorId)?.accountId ?? member.accountId!,
  }));
  const moved = members.some(({ accountId }, index) => accountId !== team.members[index]!.accountId);
  if (moved) return changed({ ...team, state }, members, bench, on);
  const cleared = clearOf(bench.examined);
  if (cleared.join() === team.clearOf.join()) return decide(team);
  return decide({ ...team, state, clearOf: cleared }, teamRechecked({ ...which(team), clearOf: cleared }));
}

export function withdraw(team: Team, reason: string): Decision<Team> {
  const state = step(flow, team.state, 'withdraw');
  return decide({ ...team, state, withdrawReason: reason }, teamWithdrawn(which(team)));
}

/** With the first of its assignments to enter. */
export function enter(team: Team): Decision<Team> {
  if (!allows(flow, team.state, 'enter')) return decide(team);
  return decide({ ...team, state: step(flow, team.state, 'enter') }, teamActive(which(team)));
}

/** Authority ends with the round (rules.md 1), and so does what was only proposed for it. */
export function endWithRound(team: Team, on: BusinessDate): Decision<Team> {
  if (allows(flow, team.state, 'withdraw'))
    return decide({ ...team, state: step(flow, team.state, 'withdraw') }, teamWithdrawn(which(team)));
  if (!allows(flow, team.state, 'release')) return decide(team);
  const state = step(flow, team.state, 'release');
  return decide({ ...team, state, releasedOn: on }, teamReleased({ ...which(team), on }));
}

export function isOver({ state }: Pick<Team, 'state'>): boolean {
  return state === 'released' || state === 'withdrawn';
}

/** Whether its members have the team's rights. */
export function hasAuthority({ state }: Pick<Team, 'state'>): boolean {
  return allows(flow, state, 'release');
}

function changed(
  team: Team,
  members: readonly AuthorizedMember[],
  bench: Bench,
  on: BusinessDate,
): Decision<Team> {
  const cleared = clearOf(bench.examined);
  const fact = teamChanged({ ...which(team), members: [...members], on, clearOf: cleared });
  return decide({ ...team, members, clearOf: cleared }, fact);
}

/** A check without an assignment would be a check against nothing. */
function refuseUnready({ members }: Team, bench: Bench): void {
  refuseUnfit(members, bench);
  refuseIf(bench.examined.length === 0, 'team.without-assignment');
  refuseRecused(bench.examined);
}

function withAccounts(members: readonly ProposedMember[], { people }: Bench): AuthorizedMember[] {
  const without = members.filter(({ inspectorId }) => !people.get(inspectorId)?.accountId);
  const inspectorIds = without.map(({ inspectorId }) => inspectorId);
  refuseIf(inspectorIds.length > 0, 'team.member-without-account', { inspectorIds });
  return members.map((member) => ({ ...member, accountId: people.get(member.inspectorId)!.accountId! }));
}

function withoutAccount(member: ProposedMember): Member {
  return { ...member, accountId: null };
}

function sameRoles(some: readonly ProposedMember[], others: readonly ProposedMember[]): boolean {
  return some.every(({ inspectorId, role }) =>
    others.some((other) => other.inspectorId === inspectorId && other.role === role),
  );
}

function which({ id, roundId }: Team) {
  return { teamId: id, roundId };
}
