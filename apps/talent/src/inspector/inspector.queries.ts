import { Controller } from '@nestjs/common';
import {
  countInspectors,
  inspectorNames,
  listInspectors,
  listIncentives,
  readInspector,
  readPool,
  listInspectorLooks,
  type In,
} from '@xuncha/contracts';
import { Handles, Looks, type Caller, type Versioned } from '@xuncha/service-kit';
import { ParticipationStore } from '../participation/participation.store.js';
import { rosterOf } from '../roster/roster.js';
import { ageOn, birthdays } from './age.js';
import { isOutsideQuota, longestRun, monthsOf } from './incentive.js';
import type { Inspector } from './inspector.js';
import { InspectorStore } from './inspector.store.js';
import { PoolReader } from './pool.js';

@Controller()
export class InspectorQueries {
  constructor(
    private readonly inspectors: InspectorStore,
    private readonly participations: ParticipationStore,
    private readonly pool: PoolReader,
    private readonly looks: Looks,
  ) {}

  @Handles(readInspector)
  async read({ inspectorId }: In<typeof readInspector>, viewer: Caller) {
    const inspector = await this.inspectors.read(viewer, inspectorId);
    const { accountId, born, partySince, homeId, registeredOn, pooledOn, reason } = inspector;
    const [name] = await this.inspectors.namesOf(viewer, [inspector]);
    return {
      ...entryOf(viewer, inspector, name!),
      accountId,
      born,
      partySince,
      homeId,
      registeredOn,
      pooledOn,
      reason,
      career: [...inspector.career],
      kin: [...inspector.kin],
      trainings: [...inspector.trainings],
      posts: [...inspector.posts],
      assessments: [...inspector.assessments],
      promotions: [...inspector.promotions],
      recommendations: [...inspector.recommendations],
      participations: await this.participations.of(viewer, inspectorId),
    };
  }

  @Handles(inspectorNames)
  async names({ ids }: In<typeof inspectorNames>, viewer: Caller) {
    const { items } = await this.inspectors.page(viewer, { where: { id: ids }, limit: ids.length });
    const names = await this.inspectors.namesOf(viewer, items);
    return { items: items.map(({ id }, index) => ({ id, name: names[index]! })) };
  }

  @Handles(listInspectors)
  async list(input: In<typeof listInspectors>, viewer: Caller) {
    const { cursor, limit, speciality, youngest, oldest, ...where } = input;
    const which = { where, ...amongst({ speciality, youngest, oldest }, viewer) };
    const page = await this.inspectors.page(viewer, { ...which, orderBy: 'code', cursor, limit });
    const names = await this.inspectors.namesOf(viewer, page.items);
    const items = page.items.map((inspector, index) => entryOf(viewer, inspector, names[index]!));
    return { items, next: page.next };
  }

  @Handles(countInspectors)
  async count({ speciality, youngest, oldest, ...where }: In<typeof countInspectors>, viewer: Caller) {
    return this.inspectors.counts(viewer, countInspectors, {
      where,
      ...amongst({ speciality, youngest, oldest }, viewer),
    });
  }

  @Handles(readPool)
  async readPool({ on }: In<typeof readPool>, viewer: Caller) {
    const day = on ?? viewer.today;
    return { on: day, inspectors: await this.pool.available(viewer, day) };
  }

  @Handles(listIncentives)
  async incentives({ year }: In<typeof listIncentives>, viewer: Caller) {
    const participations = await this.participations.inYear(viewer, year);
    const items = [...participations].flatMap(([inspectorId, own]) => {
      const run = longestRun(own, year, viewer.today);
      return run ? [{ inspectorId, ...run, months: monthsOf(run), outsideQuota: isOutsideQuota(run) }] : [];
    });
    return { items };
  }

  @Handles(listInspectorLooks)
  async listLooks({ inspectorId, ...page }: In<typeof listInspectorLooks>, viewer: Caller) {
    await this.inspectors.read(viewer, inspectorId);
    return this.looks.at(viewer, [inspectorId, rosterOf(viewer.site)], page);
  }
}

function amongst(
  { speciality, youngest, oldest }: Pick<In<typeof listInspectors>, 'speciality' | 'youngest' | 'oldest'>,
  { today }: Caller,
) {
  return {
    between: { born: birthdays({ youngest, oldest }, today) },
    having: { specialities: speciality },
  };
}

/** Whom to call: nothing of kin, career or judgement. */
function entryOf(viewer: Caller, inspector: Versioned<Inspector>, name: string) {
  const { id, version, code, state, force, expert, sex, born, rank, organizationId, unit } = inspector;
  const known = { id, version, code, state, force, expert, sex, rank, organizationId, unit };
  return { ...known, name, age: ageOn(born, viewer.today), specialities: [...inspector.specialities] };
}
