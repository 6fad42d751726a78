/** Who can be called into a team: the record of a person, and how it enters and leaves the pool (SP-5, HZP-5, HZ16-14). */
import {
  decide,
  inspectorChanged,
  inspectorLeft,
  inspectorPooled,
  inspectorRegistered,
  inspectorSuspended,
  type InspectorAssessment,
  type CareerStep,
  type Decision,
  type Force,
  type InspectionPost,
  type Kin,
  type Promotion,
  type Rank,
  type Recommendation,
  type Sex,
  type Speciality,
  type Training,
} from '@xuncha/contracts';
import { defineFlow, refuseIf, step, type BusinessDate, type Id, type StateOf } from '@xuncha/domain-kit';
import { ageOn } from './age.js';
import { refuseUnfitForEntry } from './entry.js';
import { refuseImpossibleKin, type KinOf } from './kinship.js';

export const flow = defineFlow({
  aggregate: 'talent.inspector',
  initial: 'candidate',
  states: {
    candidate: {
      change: 'candidate',
      enter: 'inPool',
      dismiss: 'left',
      train: 'candidate',
      post: 'candidate',
      promote: 'candidate',
    },
    inPool: {
      change: 'inPool',
      suspend: 'suspended',
      dismiss: 'left',
      train: 'inPool',
      post: 'inPool',
      assess: 'inPool',
      promote: 'inPool',
      recommend: 'inPool',
    },
    suspended: {
      change: 'suspended',
      resume: 'inPool',
      dismiss: 'left',
      train: 'suspended',
      assess: 'suspended',
      promote: 'suspended',
    },
    // What the time in the pool led to is often known only after it.
    left: { assess: 'left', promote: 'left', recommend: 'left' },
  },
});

/** Ciphertext of the vault. */
export type Sealed = Buffer;

/** What the office may correct; rank moves by promotion alone. */
export interface Description {
  readonly name: Sealed;
  readonly force: Force;
  /** Of the expert pool, not the cadre pool (HZP-5, SZ-7). */
  readonly expert: boolean;
  readonly sex: Sex;
  readonly born: BusinessDate;
  readonly partySince: BusinessDate | null;
  readonly accountId: Id | null;
  /** The unit: one of the register, or else by its name. */
  readonly organizationId: Id | null;
  readonly unit: string | null;
  readonly homeId: Id | null;
  readonly specialities: readonly Speciality[];
  readonly career: readonly CareerStep[];
  readonly kin: readonly Kin[];
}
export interface Inspector extends Description {
  readonly id: Id;
  readonly code: string;
  readonly state: StateOf<typeof flow>;
  readonly rank: Rank;
  readonly registeredOn: BusinessDate;
  readonly pooledOn: BusinessDate | null;
  /** Why they were suspended or dismissed. */
  readonly reason: string | null;
  readonly trainings: readonly Training[];
  readonly posts: readonly InspectionPost[];
  readonly assessments: readonly InspectorAssessment[];
  readonly promotions: readonly Promotion[];
  readonly recommendations: readonly Recommendation[];
}

/** Nobody is at work before, and nobody is asked to travel with a team after. */
const working = { least: 18, most: 70 };

/** `others` are the records that say whose kin is in the pool. */
export function register(
  { id, code, rank, description }: Pick<Inspector, 'id' | 'code' | 'rank'> & { description: Description },
  others: readonly KinOf[],
  on: BusinessDate,
): Decision<Inspector> {
  refuseUnfit(id, description, others, on);
  const state: Inspector = {
    id,
    code,
    ...description,
    state: flow.initial,
    rank,
    registeredOn: on,
    pooledOn: null,
    reason: null,
    trainings: [],
    posts: [],
    assessments: [],
    promotions: [],
    recommendations: [],
  };
  const { force, accountId } = state;
  return decide(state, inspectorRegistered({ inspectorId: id, force, accountId }));
}

export function change(
  inspector: Inspector,
  description: Description,
  others: readonly KinOf[],
  on: BusinessDate,
): Decision<Inspector> {
  const state = step(flow, inspector.state, 'change');
  refuseUnfit(inspector.id, description, others, on);
  const after = { ...inspector, ...description, state };
  const { force, accountId } = after;
  // Whoever moves to another force enters it anew; other corrections are not refused because somebody grew older since.
  if (state === 'inPool' && force !== inspector.force) refuseUnfitForEntry(after, on);
  return decide(after, inspectorChanged({ inspectorId: inspector.id, force, accountId }));
}

export function enterPool(inspector: Inspector, on: BusinessDate): Decision<Inspector> {
  return pooled({ ...inspector, state: step(flow, inspector.state, 'enter'), pooledOn: on }, on);
}

export function resume(inspector: Inspector, on: BusinessDate): Decision<Inspector> {
  return pooled({ ...inspector, state: step(flow, inspector.state, 'resume'), reason: null }, on);
}

export function suspend(inspector: Inspector, reason: string, on: BusinessDate): Decision<Inspector> {
  const state = step(flow, inspector.state, 'suspend');
  return decide({ ...inspector, state, reason }, inspectorSuspended(onThatDay(inspector, on)));
}

export function dismiss(inspector: Inspector, reason: string, on: BusinessDate): Decision<Inspector> {
  const state = step(flow, inspector.state, 'dismiss');
  return decide({ ...inspector, state, reason }, inspectorLeft(onThatDay(inspector, on)));
}

/** Every organization the description names; each must be in the register. */
export function organizationsIn(description: Omit<Description, 'name'>): Id[] {
  const { organizationId, homeId, career, kin } = description;
  const named = [organizationId, homeId, ...[...career, ...kin].map((one) => one.organizationId)];
  return [...new Set(named.filter((id) => !!id))] as Id[];
}

function pooled(inspector: Inspector, on: BusinessDate): Decision<Inspector> {
  refuseUnfitForEntry(inspector, on);
  return decide(inspector, inspectorPooled(onThatDay(inspector, on)));
}

function refuseUnfit(id: Id, description: Description, others: readonly KinOf[], on: BusinessDate): void {
  const age = ageOn(description.born, on);
  refuseIf(age < working.least || age > working.most, 'inspector.age', { age, ...working });
  for (const place of [description, ...description.career])
    refuseIf(!place.organizationId === !place.unit, 'inspector.unit-either');
  for (const { from, to } of description.career)
    refuseIf(!!to && to < from, 'inspector.career-backwards', { from, to });
  refuseImpossibleKin(id, description.kin, others);
}

function onThatDay({ id, force }: Inspector, on: BusinessDate) {
  return { inspectorId: id, force, on };
}
