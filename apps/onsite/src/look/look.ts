/** Someone read a restricted or sealed record: noted before the content is handed out, and never changed. */
import { decide, lookTaken, type Decision, type LookedAt } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';

export interface Look {
  readonly id: Id;
  readonly at: LookedAt;
  readonly recordId: Id;
  readonly accountId: Id;
  readonly takenAt: Date;
}

export function take(look: Look): Decision<Look> {
  const { id, at, recordId } = look;
  return decide(look, lookTaken({ lookId: id, at, recordId }));
}
