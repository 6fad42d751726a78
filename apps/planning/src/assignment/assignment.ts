/** An assignment: one team for one or several organizations of a round, followed until each has its report, feedback and case. */
import {
  assignmentCancelled,
  assignmentChanged,
  assignmentDone,
  assignmentEntered,
  assignmentIssued,
  assignmentLeft,
  assignmentMembersChanged,
  assignmentPlanned,
  assignmentProgressed,
  decide,
  Milestone,
  type Decision,
  type EventContract,
  type Fact,
  type OrganizationKind,
  type TeamMember,
} from '@xuncha/contracts';
import {
  allows,
  defineFlow,
  refuse,
  refuseIf,
  refuseUnless,
  step,
  teamIdOf,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import type { Organization } from '../organization/organization.js';
import { traitsOf, type Round } from '../round/round.js';

export const flow = defineFlow({
  aggregate: 'planning.assignment',
  initial: 'planned',
  states: {
    planned: { change: 'planned', issue: 'issued', cancel: 'cancelled' },
    issued: { enter: 'entered', changeMembers: 'issued', cancel: 'cancelled' },
    entered: { leave: 'left', changeMembers: 'entered' },
    left: { finish: 'done', changeMembers: 'left' },
    done: {},
    cancelled: {},
  },
});

/** One organization of it and on which day it reached what. */
export type Target = { readonly organizationId: Id; readonly kind: OrganizationKind } & {
  readonly [M in Milestone]: BusinessDate | null;
};
export interface Assignment {
  readonly id: Id;
  readonly roundId: Id;
  readonly batch: number;
  readonly teamId: Id;
  readonly designation: string;
  /** Those authorized, from the day it is issued. */
  readonly members: TeamMember[];
  readonly organizations: Target[];
  readonly state: StateOf<typeof flow>;
  readonly issuedOn: BusinessDate | null;
  readonly cancelReason: string | null;
}

/** What an assignment is planned from. A township and its villages may go together (ALL-10), and one team may take two (SP-2). */
export interface Arrangement {
  readonly batch: number;
  /** The standing name of the team, the same in every round. */
  readonly designation: string;
  readonly organizations: readonly Organization[];
}

export function plan(id: Id, round: Round, arrangement: Arrangement): Decision<Assignment> {
  const state: Assignment = {
    id,
    roundId: round.id,
    ...arranged(round, arrangement),
    members: [],
    state: flow.initial,
    issuedOn: null,
    cancelReason: null,
  };
  return decide(state, assignmentPlanned(arrangementOf(state)));
}

export function change(assignment: Assignment, round: Round, arrangement: Arrangement): Decision<Assignment> {
  const state = step(flow, assignment.state, 'change');
  const after = { ...assignment, ...arranged(round, arrangement), state };
  return decide(after, assignmentChanged(arrangementOf(after)));
}

/** A team as the leading group authorized it for this round. */
export interface AuthorizedTeam {
  readonly members: TeamMember[];
  /** Organizations that none of the team must stay away from. */
  readonly clearOf: readonly Id[];
}
/** An account that must stay away from an organization. */
export interface Recusal {
  readonly accountId: Id;
  readonly organizationId: Id;
}
export interface Issue {
  readonly on: BusinessDate;
  /** The organizations as they are today. */
  readonly organizations: readonly Organization[];
  /** Null as long as it is not authorized. */
  readonly team: AuthorizedTeam | null;
  /** Of its members from these organizations. */
  readonly recusals: readonly Recusal[];
}
/** Sends the team, as it was authorized (rules.md 1); a breach blocks, it does not warn (rules.md 2). */
export function issue(assignment: Assignment, round: Round, issue: Issue): Decision<Assignment> {
  const state = step(flow, assignment.state, 'issue');
  refuseUnfitRound(round, assignment.batch);
  refuseEnded(issue.organizations);
  const { team, recusals } = issue;
  refuseUnless(team, 'team.not-authorized', { designation: assignment.designation });
  const [recusal] = recusals;
  if (recusal) refuse('team.member-recused', { ...recusal });
  const unclear = assignment.organizations.find((one) => !team.clearOf.includes(one.organizationId));
  refuseIf(unclear !== undefined, 'team.not-cleared', { organizationId: unclear?.organizationId });
  const { teamId, designation, batch } = assignment;
  const { members } = team;
  // What is inspected is of the kind that the register says when the team is sent.
  const kinds = new Map(issue.organizations.map(({ id, kind }) => [id, kind]));
  const organizations = assignment.organizations.map((target) => ({
    ...target,
    kind: kinds.get(target.organizationId) ?? target.kind,
  }));
  const fact = assignmentIssued({
    ...which(assignment),
    batch,
    teamId,
    designation,
    members,
    organizations: organizations.map(({ organizationId, kind }) => ({ organizationId, kind })),
    round: traitsOf(round),
    profile: round.profile!,
  });
  return decide({ ...assignment, members, organizations, state, issuedOn: issue.on }, fact);
}

/** Somebody in the authorized team was replaced; what is not issued yet, is over or was cancelled does not follow. */
export function changeMembers(assignment: Assignment, members: TeamMember[]): Decision<Assignment> {
  if (!allows(flow, assignment.state, 'changeMembers')) return decide(assignment);
  const state = step(flow, assignment.state, 'changeMembers');
  const { teamId } = assignment;
  const fact = assignmentMembersChanged({ ...which(assignment), teamId, members });
  return decide({ ...assignment, members, state }, fact);
}

export function cancel(assignment: Assignment, reason: string): Decision<Assignment> {
  const state = step(flow, assignment.state, 'cancel');
  const fact = assignmentCancelled({ ...which(assignment), teamId: assignment.teamId });
  return decide({ ...assignment, state, cancelReason: reason }, fact);
}

/** With its round; one that has entered in the meantime goes on. */
export function cancelWithRound(assignment: Assignment, round: Round): Decision<Assignment> {
  const open = allows(flow, assignment.state, 'cancel');
  return open ? cancel(assignment, round.cancelReason!) : decide(assignment);
}

/**
 * One organization has come so far; the assignment follows as soon as all of what its next state needs is known, in whatever order
 * it becomes known. A milestone that is known already says nothing new.
 */
export function progress(
  assignment: Assignment,
  organizationId: Id,
  milestone: Milestone,
  on: BusinessDate,
): Decision<Assignment> {
  const target = assignment.organizations.find((one) => one.organizationId === organizationId);
  refuseUnless(target, 'assignment.organization-not-of-it', { organizationId });
  if (target[milestone] !== null) return decide(assignment);
  const organizations = assignment.organizations.map((one) =>
    one === target ? { ...one, [milestone]: on } : one,
  );
  const fact = assignmentProgressed({ ...which(assignment), organizationId, milestone, on });
  return followed({ ...assignment, organizations }, [fact]);
}

type Follow = {
  readonly action: 'enter' | 'leave' | 'finish';
  readonly fact: EventContract & ((body: ReturnType<typeof which>) => Fact);
  readonly due: (targets: readonly Target[]) => boolean;
};
const everyone =
  (...milestones: readonly Milestone[]) =>
  (targets: readonly Target[]) =>
    targets.every((target) => milestones.every((milestone) => target[milestone] !== null));
const follows: readonly Follow[] = [
  {
    action: 'enter',
    fact: assignmentEntered,
    due: (targets) => targets.some(({ entered }) => entered !== null),
  },
  { action: 'leave', fact: assignmentLeft, due: everyone('entered', 'left') },
  // rules.md 12
  { action: 'finish', fact: assignmentDone, due: everyone('reported', 'fedBack', 'caseOpened') },
];

function followed(assignment: Assignment, facts: readonly Fact[]): Decision<Assignment> {
  let state = assignment.state;
  const found = [...facts];
  for (const { action, fact, due } of follows) {
    if (!allows(flow, state, action) || !due(assignment.organizations)) continue;
    state = step(flow, state, action);
    found.push(fact(which(assignment)));
  }
  return decide({ ...assignment, state }, ...found);
}

function arranged(round: Round, { batch, designation, organizations }: Arrangement) {
  refuseUnfitRound(round, batch);
  refuseEnded(organizations);
  const ids = new Set(organizations.map(({ id }) => id));
  refuseIf(ids.size < organizations.length, 'assignment.organization-twice');
  const teamId = teamIdOf(round.id, designation);
  return { batch, teamId, designation, organizations: organizations.map(untouched) };
}

function arrangementOf(assignment: Assignment) {
  const { teamId, designation, organizations } = assignment;
  const organizationIds = organizations.map(({ organizationId }) => organizationId);
  return { ...which(assignment), teamId, designation, organizationIds };
}

function untouched({ id, kind }: Organization): Target {
  return {
    organizationId: id,
    kind,
    entered: null,
    left: null,
    reported: null,
    fedBack: null,
    caseOpened: null,
  };
}

/** From teaming on a round has its profile. */
function refuseUnfitRound({ state, batches }: Round, batch: number): void {
  refuseUnless(state === 'teaming' || state === 'underway', 'assignment.round-not-teaming', { state });
  refuseIf(batch > batches.length, 'assignment.batch-unknown', { batches: batches.length });
}

function refuseEnded(organizations: readonly Organization[]): void {
  for (const { state, code } of organizations)
    refuseIf(state !== 'active', 'organization.not-active', { code });
}

function which({ id, roundId }: Assignment) {
  return { assignmentId: id, roundId };
}
