/** A role that an account has in a site, perhaps for one organization or one team only, perhaps from or until a day. */
import {
  administratorRoles,
  decide,
  roleGranted,
  roleRevoked,
  teamRoles,
  type AdministratorRole,
  type Decision,
  type Role,
} from '@xuncha/contracts';
import {
  allows,
  defineFlow,
  refuseIf,
  step,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';

export const flow = defineFlow({
  aggregate: 'identity.grant',
  initial: 'active',
  states: {
    active: { revoke: 'revoked' },
    revoked: {},
  },
});

/** What is given to whom. */
export interface Given {
  readonly accountId: Id;
  readonly role: Role;
  readonly organizationId: Id | null;
  readonly teamId: Id | null;
  /** Of a team's authorization, which ends with its round (rules.md 1). */
  readonly roundId: Id | null;
  /** First and last day on which it counts, in every service. */
  readonly from: BusinessDate | null;
  readonly until: BusinessDate | null;
}
export interface Grant extends Given {
  readonly id: Id;
  readonly state: StateOf<typeof flow>;
}

const ofTeams: readonly Role[] = teamRoles;
const ofOrganizations: readonly Role[] = ['organizationHead', 'organizationLiaison', 'organCustodian'];
const ofAdministrators: readonly Role[] = administratorRoles;

/** `others` are the grants that the account has now, and those that are proposed for it. */
export function give(
  id: Id,
  given: Given,
  { others, today }: { others: readonly Given[]; today: BusinessDate },
): Decision<Grant> {
  const { role, from, until } = given;
  refuseIf(ofTeams.includes(role) && !given.teamId, 'grant.team-needed', { role });
  refuseIf(ofOrganizations.includes(role) && !given.organizationId, 'grant.organization-needed', { role });
  refuseIf(from !== null && until !== null && until < from, 'grant.dates-reversed', { from, until });
  refuseIf(isOver(given, today), 'grant.over-already', { until, today });
  const standing = others.filter((other) => !isOver(other, today));
  refuseIf(
    standing.some((other) => isSame(other, given)),
    'grant.exists',
  );
  // rules.md 15: no two of the three in one hand, and none of them reads business content.
  const isMixed = standing.some((other) => isAdministrator(other) || isAdministrator(given));
  refuseIf(isMixed, 'grant.administrator-apart', { role });
  const body = {
    grantId: id,
    accountId: given.accountId,
    role,
    organizationId: given.organizationId ?? undefined,
    teamId: given.teamId ?? undefined,
    from: from ?? undefined,
    until: until ?? undefined,
  };
  return decide({ id, ...given, state: flow.initial }, roleGranted(body));
}

export function revoke(grant: Grant): Decision<Grant> {
  const state = step(flow, grant.state, 'revoke');
  return decide({ ...grant, state }, roleRevoked({ grantId: grant.id }));
}

/** With the end of something else: of the team, of the round. Whichever of them is heard of first ends it, the others find it ended. */
export function endLikewise(grant: Grant): Decision<Grant> {
  return allows(flow, grant.state, 'revoke') ? revoke(grant) : decide(grant);
}

/** One of the three is made and ended by two of them (rules.md 15); everybody else by the security administrator alone. */
export function refuseAdministrator(given: Pick<Given, 'role'>): void {
  refuseIf(isAdministrator(given), 'administrator.second-needed', { role: given.role });
}

/** Who is there until some day only does not count: a site never runs out of a kind. `others` are the rest of this kind. */
export function refuseLast({ role }: Grant, others: readonly Grant[], today: BusinessDate): void {
  const staying = others.filter(({ from, until }) => until === null && !(from && today < from));
  refuseIf(staying.length === 0, 'administrator.last-of-kind', { role });
}

export function isAdministrator<G extends Pick<Given, 'role'>>(
  given: G,
): given is G & { role: AdministratorRole } {
  return ofAdministrators.includes(given.role);
}

/** Compared, never stored. */
export function isOver({ until }: Pick<Given, 'until'>, today: BusinessDate): boolean {
  return until !== null && until < today;
}

function isSame(one: Given, other: Given): boolean {
  return (
    one.role === other.role && one.organizationId === other.organizationId && one.teamId === other.teamId
  );
}
