/** What can be inspected: registered, changed, merged or dissolved; its head; its place in the tree (rules.md term.coverage, RA17-1, WH17-12). */
import {
  decide,
  headChanged,
  organizationChanged,
  organizationDissolved,
  organizationMerged,
  organizationRegistered,
  type Decision,
  type OrganizationKind,
} from '@xuncha/contracts';
import { defineFlow, refuseIf, step, type BusinessDate, type Id, type StateOf } from '@xuncha/domain-kit';

export const flow = defineFlow({
  aggregate: 'planning.organization',
  initial: 'active',
  states: {
    active: { change: 'active', changeHead: 'active', merge: 'merged', dissolve: 'dissolved' },
    merged: {},
    dissolved: {},
  },
});

/** What the office may change of an organization; its code stays for good. */
export interface Description {
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly category: string | null;
  readonly villageType: 'village' | 'community' | null;
  readonly divisionCode: string | null;
  readonly parentId: Id | null;
}
export interface Organization extends Description {
  readonly id: Id;
  readonly code: string;
  readonly state: StateOf<typeof flow>;
  readonly registeredOn: BusinessDate;
  /** From this day on it no longer counts towards coverage. */
  readonly endedOn: BusinessDate | null;
  readonly mergedIntoId: Id | null;
  readonly headName: string | null;
  readonly headSince: BusinessDate | null;
}

export function register(
  id: Id,
  code: string,
  description: Description,
  on: BusinessDate,
): Decision<Organization> {
  refuseUnfit(description);
  const state: Organization = {
    id,
    code,
    ...description,
    state: flow.initial,
    registeredOn: on,
    endedOn: null,
    mergedIntoId: null,
    headName: null,
    headSince: null,
  };
  return decide(state, organizationRegistered(factsOf(state)));
}

/** `ancestors` are those of the new parent, itself included. */
export function change(
  organization: Organization,
  description: Description,
  ancestors: readonly Id[],
): Decision<Organization> {
  const state = step(flow, organization.state, 'change');
  refuseUnfit(description);
  refuseIf(ancestors.includes(organization.id), 'organization.cycle');
  const after = { ...organization, ...description, state };
  return decide(after, organizationChanged(factsOf(after)));
}

/** Without a name the post is vacant (rules.md 11). */
export function changeHead(
  organization: Organization,
  headName: string | null,
  on: BusinessDate,
): Decision<Organization> {
  const state = step(flow, organization.state, 'changeHead');
  refuseIf(organization.headSince !== null && on < organization.headSince, 'organization.head-before-last', {
    since: organization.headSince,
  });
  const fact = headChanged({ organizationId: organization.id, since: on, vacant: headName === null });
  return decide({ ...organization, state, headName, headSince: on }, fact);
}

export function merge(
  organization: Organization,
  into: Organization,
  on: BusinessDate,
): Decision<Organization> {
  const state = step(flow, organization.state, 'merge');
  refuseIf(into.id === organization.id, 'organization.merged-into-itself');
  refuseIf(into.state !== 'active', 'organization.not-active', { code: into.code });
  const fact = organizationMerged({ organizationId: organization.id, intoId: into.id, on });
  return decide({ ...ended(organization, on), state, mergedIntoId: into.id }, fact);
}

export function dissolve(organization: Organization, on: BusinessDate): Decision<Organization> {
  const state = step(flow, organization.state, 'dissolve');
  const fact = organizationDissolved({ organizationId: organization.id, on });
  return decide({ ...ended(organization, on), state }, fact);
}

function ended(organization: Organization, on: BusinessDate): Organization {
  refuseIf(on < organization.registeredOn, 'organization.ended-before-registered', {
    registeredOn: organization.registeredOn,
  });
  return { ...organization, endedOn: on };
}

function refuseUnfit({ kind, villageType }: Description): void {
  refuseIf(villageType !== null && kind !== 'village', 'organization.village-type-of-no-village', { kind });
}

function factsOf(organization: Organization) {
  const { id, code, name, kind, parentId, divisionCode } = organization;
  return { organizationId: id, code, name, kind, parentId, divisionCode };
}
