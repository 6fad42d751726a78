/** One interview, visit or check; counted by kind (lifecycle.md, NB17-1, WH17-3). */
import { activityRecorded, decide, type ActivityKind, type Decision } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { admit, placeOf, refuseBeforeEntry, type Inspection } from '../inspection/inspection.js';
import { placed, whereOf, type Place } from '../inspection/place.js';

export interface Account {
  readonly kind: ActivityKind;
  readonly title: string;
  /** What was said and seen; restricted. */
  readonly notes: string | null;
}
export interface Activity extends Place, Account {
  readonly id: Id;
  readonly doneOn: BusinessDate;
  readonly recordedBy: Id;
}

export function record(
  id: Id,
  inspection: Inspection,
  account: Account,
  { by, on }: { by: Id; on: BusinessDate },
): Decision<Activity> {
  admit(inspection, 'recordActivity');
  refuseBeforeEntry(inspection, on);
  const state: Activity = { id, ...placed(placeOf(inspection)), ...account, doneOn: on, recordedBy: by };
  return decide(state, activityRecorded({ activityId: id, ...whereOf(state), kind: account.kind, on }));
}
