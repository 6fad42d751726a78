/** A role that an account has in a site, perhaps for one organization or one team only. */
import { decide, roleGranted, roleRevoked, teamRoles, type Decision, type Role } from '@xuncha/contracts';
import { defineFlow, refuseIf, step, type Id, type StateOf } from '@xuncha/domain-kit';

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
}
export interface Grant extends Given {
  readonly id: Id;
  readonly state: StateOf<typeof flow>;
}

const administrators: readonly Role[] = [
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
];
const ofTeams: readonly Role[] = teamRoles;
const ofOrganizations: readonly Role[] = ['organizationHead', 'organizationLiaison', 'organCustodian'];

/** `others` are the grants that the account has now. */
export function give(id: Id, given: Given, others: readonly Grant[]): Decision<Grant> {
  refuseIf(ofTeams.includes(given.role) && !given.teamId, 'grant.team-needed', { role: given.role });
  refuseIf(ofOrganizations.includes(given.role) && !given.organizationId, 'grant.organization-needed', {
    role: given.role,
  });
  refuseIf(
    others.some((other) => isSame(other, given)),
    'grant.exists',
  );
  // rules.md 15: no two of the three in one hand, and none of them reads business content.
  const isMixed = others.some((other) => isAdministrator(other) || isAdministrator(given));
  refuseIf(isMixed, 'grant.administrator-apart', { role: given.role });
  const { roundId: _, ...scoped } = given;
  const body = {
    ...scoped,
    organizationId: given.organizationId ?? undefined,
    teamId: given.teamId ?? undefined,
  };
  return decide({ id, ...given, state: flow.initial }, roleGranted({ grantId: id, ...body }));
}

export function revoke(grant: Grant): Decision<Grant> {
  const state = step(flow, grant.state, 'revoke');
  return decide({ ...grant, state }, roleRevoked({ grantId: grant.id }));
}

function isSame(one: Given, other: Given): boolean {
  return (
    one.role === other.role && one.organizationId === other.organizationId && one.teamId === other.teamId
  );
}

function isAdministrator({ role }: Given): boolean {
  return administrators.includes(role);
}
