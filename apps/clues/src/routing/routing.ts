/** Which organ a clue goes to: by its nature and by who may deal with the persons in it; a table of the office (WH17-5). */
import {
  Authority,
  decide,
  routingChanged,
  routingOpened,
  type ClueNature,
  type Decision,
  type OrganKind,
  type ClueRoute,
} from '@xuncha/contracts';
import { refuseIf, refuseUnless, type Id } from '@xuncha/domain-kit';

export interface Routing {
  readonly id: Id;
  /** The highest management authority that this site has itself. */
  readonly level: Authority;
  readonly routes: readonly ClueRoute[];
}

/** Where a clue of this nature usually goes (WH17-5); persistence of a petitioner is no nature (rules.md 14). */
export const usualKind: Readonly<Record<ClueNature, OrganKind>> = {
  breach: 'discipline',
  inaction: 'accountability',
  crime: 'discipline',
  personnel: 'organizationDepartment',
  petition: 'petitionOffice',
  work: 'unit',
};

/** A division code of four figures is a city's; every other site is taken for a county's until its office says otherwise. */
export function open(id: Id, site: string): Decision<Routing> {
  const level: Authority = /^\d{4}$/.test(site) ? 'city' : 'county';
  return decide({ id, level, routes: [] }, routingOpened({ routingId: id, level }));
}

export function change(routing: Routing, { level, routes }: Omit<Routing, 'id'>): Decision<Routing> {
  const twice = repeatedIn(routes).map(({ nature, authority }) => ({ nature, authority }));
  refuseIf(twice.length > 0, 'routing.route-twice', { routes: twice });
  const toPolice = routes.filter(({ kind }) => kind === 'police');
  refuseUnless(
    toPolice.every(({ nature }) => nature === 'crime'),
    'routing.police-only-for-crime', // rules.md 14
  );
  const above = routes.filter(({ authority }) => isAbove(authority, level)); // rules.md 7
  refuseIf(above.length > 0, 'routing.above-level', { authorities: above.map(({ authority }) => authority) });
  const fact = routingChanged({ routingId: routing.id, level, routes: [...routes] });
  return decide({ ...routing, level, routes }, fact);
}

/** The lines for whose nature and authority there is one before. */
function repeatedIn(routes: readonly ClueRoute[]): ClueRoute[] {
  const isLikewise = (one: ClueRoute) => (other: ClueRoute) =>
    one.nature === other.nature && one.authority === other.authority;
  return routes.filter((route, index) => routes.findIndex(isLikewise(route)) < index);
}

/** What of a clue decides where it may go. */
export interface Bound {
  readonly nature: ClueNature | null;
  readonly authority: Authority | null;
  /** The organization it arose in, and the one a petition complains about. */
  readonly organizationId: Id | null;
  readonly concernsId: Id | null;
  readonly petitionId: Id | null;
}
export interface Proposal {
  readonly kind: OrganKind | null;
  readonly organId: Id | null;
  readonly movesUp: boolean;
}

/** The line of the table; where there is none, what is usual, without an organ. */
export function propose(routing: Routing, clue: Bound): Proposal {
  const { nature, authority } = clue;
  if (nature === null || authority === null) return { kind: null, organId: null, movesUp: false };
  if (isAbove(authority, routing.level)) return { kind: null, organId: null, movesUp: true };
  const route = routing.routes.find((it) => it.nature === nature && it.authority === authority);
  if (route) return { kind: route.kind, organId: route.organId, movesUp: false };
  const kind = usualKind[nature];
  const unit = kind === 'unit' && !complaintsAbout(clue).includes(clue.organizationId);
  return { kind, organId: unit ? clue.organizationId : null, movesUp: false };
}

/**
 * Refuses an organ that may not have this clue: one without authority over its persons (rules.md 7), the unit complained about, and
 * police for anything but the report of a specific crime (rules.md 14).
 */
export function refuseOrgan(routing: Routing, clue: Bound, organId: Id): void {
  const authority = clue.authority!;
  refuseIf(isAbove(authority, routing.level), 'clue.belongs-above', { authority });
  const isOwn = organId === clue.organizationId;
  const isAccused = complaintsAbout(clue).includes(organId) || (isOwn && clue.nature !== 'work');
  refuseIf(isAccused, 'clue.organ-complained-about');
  if (isOwn) return; // WH17-5: solved with the unit
  const lines = routing.routes.filter((route) => route.organId === organId);
  const has = lines.filter((route) => route.authority === authority);
  refuseIf(has.length === 0, 'clue.organ-without-authority', { authority });
  const isPolice = lines.some(({ kind }) => kind === 'police');
  refuseIf(isPolice && clue.nature !== 'crime', 'clue.police-only-for-crime');
}

export function isAbove(authority: Authority, level: Authority): boolean {
  const ranks = Authority.options;
  return ranks.indexOf(authority) > ranks.indexOf(level);
}

/** Of one authority or more. */
export function highest([first, ...others]: readonly [Authority, ...Authority[]]): Authority {
  return others.reduce((top, next) => (isAbove(next, top) ? next : top), first);
}

/** A petition complains about somebody; it never goes there (rules.md 14). */
function complaintsAbout({ petitionId, organizationId, concernsId }: Bound): (Id | null)[] {
  return petitionId === null ? [] : [organizationId, concernsId];
}
