import { Injectable } from '@nestjs/common';
import type { CareerStep } from '@xuncha/contracts';
import { idFromBytes, idToBytes, profileOf, refuse, type Id } from '@xuncha/domain-kit';
import type { Act, Caller } from '@xuncha/service-kit';
import type { KnownRound, RoundPlans } from '../assignment/round-plans.js';
import type { Inspector } from '../inspector/inspector.js';
import { InspectorStore } from '../inspector/inspector.store.js';
import { inThePool } from '../inspector/kinship.js';
import { OrganizationStore } from '../organization/organization.store.js';
import type { Examined } from '../team/members.js';
import { recusalsOf, type Person, type Tree, type Working } from './reasons.js';

type Place = Awaited<ReturnType<RoundPlans['organizationsOf']>>[number];

/** Finds, for each of some people and each of some organizations, why the one must stay away from the other. */
@Injectable()
export class Examiner {
  constructor(
    private readonly organizations: OrganizationStore,
    private readonly inspectors: InspectorStore,
  ) {}

  async examine(
    act: Act,
    round: KnownRound,
    inspectors: readonly Inspector[],
    places: readonly Place[],
  ): Promise<Examined[]> {
    if (places.length === 0 || inspectors.length === 0) return [];
    const relatives = await this.relatives(act, inspectors);
    const people = inspectors.map((one) => ({ id: one.id, ...personOf(one, relatives.get(one.id) ?? []) }));
    const involved = people.flatMap((person) => [
      person.homeId,
      ...[person, ...person.relatives].flatMap(unitsOf),
    ]);
    const tree = await this.tree(act, [...places.map(({ organizationId }) => organizationId), ...involved]);
    const { cross, ledBy } = round;
    const years = profileOf(round.profile).limits['recusal.years'];
    const circumstances = { tree, on: act.on, years, cross, ledBy };
    return people.flatMap((person) =>
      places.map(({ organizationId, entered }) => ({
        inspectorId: person.id,
        organizationId,
        entered,
        reasons: recusalsOf(person, organizationId, circumstances),
      })),
    );
  }

  /** Everybody in the pool to whom this person is kin, by their own record or by that of the others. */
  async kinOf(caller: Caller, inspectorId: Id): Promise<Id[]> {
    const records = await this.inspectors.kinInPool(caller);
    return records.flatMap(({ id, kin }) => {
      if (id === inspectorId) return inThePool(kin);
      return inThePool(kin).includes(inspectorId) ? [id] : [];
    });
  }

  /** In the pool: those whom the record names, and those whose records name this person. */
  private async relatives(caller: Caller, inspectors: readonly Inspector[]): Promise<Map<Id, Working[]>> {
    const records = await this.inspectors.kinInPool(caller);
    const named = new Map(inspectors.map((one) => [one.id, new Set(inThePool(one.kin))]));
    for (const { id, kin } of records) for (const other of inThePool(kin)) named.get(other)?.add(id);
    const known = await this.working(caller, [...new Set([...named.values()].flatMap((ids) => [...ids]))]);
    const foundOf = (ids: ReadonlySet<Id>) => [...ids].flatMap((id) => known.get(id) ?? []);
    return new Map([...named].map(([id, ids]) => [id, foundOf(ids)]));
  }

  private async working(caller: Caller, ids: readonly Id[]): Promise<Map<Id, Working>> {
    if (ids.length === 0) return new Map();
    const rows = (await caller.manager.query(
      'SELECT id, organization_id AS unit, career FROM inspector WHERE site = ? AND id IN (?)',
      [caller.site, ids.map(idToBytes)],
    )) as { id: Buffer; unit: Buffer | null; career: string }[];
    return new Map(
      rows.map(({ id, unit, career }) => [
        idFromBytes(id),
        { organizationId: unit && idFromBytes(unit), career: JSON.parse(career) as CareerStep[] },
      ]),
    );
  }

  /**
   * These organizations and all above them, a level at a time. Refuses `talent.organization-unknown` where the register has not come so far yet:
   * who stands in what is known then is not known to be clear.
   */
  private async tree(caller: Caller, ids: readonly (Id | null | undefined)[]): Promise<Tree> {
    const tree = new Map<Id, NonNullable<ReturnType<Tree['get']>>>();
    const isNew = (id: Id | null | undefined): id is Id => !!id && !tree.has(id);
    for (let next = [...new Set(ids.filter(isNew))]; next.length > 0;) {
      const level = await this.organizations.known(caller, next);
      for (const id of next)
        tree.set(id, level.get(id) ?? refuse('talent.organization-unknown', { organizationId: id }));
      const above = [...level.values()].flatMap(({ parentId, mergedIntoId }) => [parentId, mergedIntoId]);
      next = [...new Set(above.filter(isNew))];
    }
    return tree;
  }
}

function personOf(inspector: Inspector, inPool: readonly Working[]): Person {
  const { organizationId, career, homeId, kin } = inspector;
  const outside = kin.map((one) => ({ organizationId: one.organizationId ?? null, career: [] }));
  return { organizationId, career, homeId, relatives: [...outside, ...inPool] };
}

function unitsOf({ organizationId, career }: Working): (Id | null | undefined)[] {
  return [organizationId, ...career.map((step) => step.organizationId)];
}
