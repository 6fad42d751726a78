/** Where a finding arose. Every event carries it, so that figures ask nobody; every record has it, so that rights can be told. */
import type { Id } from '@xuncha/domain-kit';

export interface Place {
  readonly inspectionId: Id;
  readonly assignmentId: Id;
  readonly roundId: Id;
  readonly organizationId: Id;
}

export function pickPlace({ inspectionId, assignmentId, roundId, organizationId }: Place): Place {
  return { inspectionId, assignmentId, roundId, organizationId };
}
