import type { Id } from '@xuncha/domain-kit';

/** Where a record of onsite belongs, and to which team. */
export interface Place {
  readonly inspectionId: Id;
  readonly assignmentId: Id;
  readonly roundId: Id;
  readonly organizationId: Id;
  readonly teamId: Id;
}

/** The place as events tell it. */
export function whereOf({ inspectionId, assignmentId, roundId, organizationId }: Omit<Place, 'teamId'>) {
  return { inspectionId, assignmentId, roundId, organizationId };
}

/** Place and team of a record, to be made part of another one. */
export function placed({ teamId, ...where }: Place): Place {
  return { ...whereOf(where), teamId };
}
