/** Why somebody must stay away from an organization (rules.md 2, HZ16-6). Says nothing of what follows from it. */
import type { CareerStep, OrganizationKind, RecusalReason, RoundTraits } from '@xuncha/contracts';
import { addMonths, type BusinessDate, type Id } from '@xuncha/domain-kit';
import type { KnownOrganization } from '../organization/organization.js';

/** Where somebody works and has worked; posts outside the register are nobody's we inspect. */
export interface Working {
  readonly organizationId: Id | null;
  readonly career: readonly Pick<CareerStep, 'organizationId' | 'to'>[];
}
export interface Person extends Working {
  /** Township or county the person comes from. */
  readonly homeId: Id | null;
  readonly relatives: readonly Working[];
}
/** As far up as is needed of everything that persons and organizations in question stand in. */
export type Tree = ReadonlyMap<Id, Pick<KnownOrganization, 'kind' | 'parentId' | 'mergedIntoId'>>;
export interface Circumstances {
  readonly tree: Tree;
  readonly on: BusinessDate;
  /** rules.md, recusal.years */
  readonly years: number;
  readonly cross: boolean;
  readonly ledBy: RoundTraits['ledBy'];
}

/** In the order in which they are asked; none: the person may go there. */
export function recusalsOf(
  person: Person,
  organizationId: Id,
  circumstances: Circumstances,
): RecusalReason[] {
  const asked: Record<RecusalReason, boolean> = {
    kin: person.relatives.some((relative) => hasWorkedIn(relative, organizationId, circumstances)),
    unit: worksIn(person, organizationId, circumstances),
    career: hasHadPostIn(person, organizationId, circumstances),
    place: isFromThere(person, organizationId, circumstances),
  };
  return (Object.keys(asked) as RecusalReason[]).filter((reason) => asked[reason]);
}

function hasWorkedIn(working: Working, organizationId: Id, circumstances: Circumstances): boolean {
  return (
    worksIn(working, organizationId, circumstances) || hasHadPostIn(working, organizationId, circumstances)
  );
}

/** Whoever works in a part of the organization, or in what became part of it, works in it. */
function worksIn({ organizationId: unit }: Working, organizationId: Id, { tree }: Circumstances): boolean {
  return unit !== null && standsIn(tree, unit).has(organizationId);
}

/** Until so many years after the last day in the post, that day of the year included. */
function hasHadPostIn({ career }: Working, organizationId: Id, { tree, on, years }: Circumstances): boolean {
  return career.some(
    ({ organizationId: unit, to }) =>
      unit !== undefined &&
      (to === undefined || addMonths(to, 12 * years) >= on) &&
      standsIn(tree, unit).has(organizationId),
  );
}

/**
 * In cross rounds none go to the county they come from or work in; nobody inspects a village of the township they come from, and
 * only in rounds that townships lead themselves of the one they work in.
 */
function isFromThere(person: Person, organizationId: Id, { tree, cross, ledBy }: Circumstances): boolean {
  const { homeId, organizationId: unit } = person;
  const shares = (kind: OrganizationKind, place: Id | null) =>
    place !== null && shareOne(placesOf(tree, organizationId, kind), placesOf(tree, place, kind));
  if (cross && (shares('county', homeId) || shares('county', unit))) return true;
  if (tree.get(organizationId)?.kind !== 'village') return false;
  return shares('township', homeId) || (ledBy !== 'township' && shares('township', unit));
}

/** The organization itself, all above it and all that it was merged into. */
function standsIn(tree: Tree, id: Id): Set<Id> {
  const found = new Set([id]);
  // A set that grows while it is gone through is gone through to its end, and nothing is gone through twice.
  for (const one of found) {
    const { parentId = null, mergedIntoId = null } = tree.get(one) ?? {};
    for (const above of [parentId, mergedIntoId]) if (above !== null) found.add(above);
  }
  return found;
}

function placesOf(tree: Tree, id: Id, kind: OrganizationKind): Set<Id> {
  return new Set([...standsIn(tree, id)].filter((above) => tree.get(above)?.kind === kind));
}

function shareOne(some: ReadonlySet<Id>, others: ReadonlySet<Id>): boolean {
  return [...some].some((one) => others.has(one));
}
