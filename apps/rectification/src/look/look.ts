/** Someone read a restricted or sealed record: noted before the content is handed out, and never changed. */
import { decide, rectificationLookTaken, type Decision, type RectificationPart } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';

export interface Look {
  readonly id: Id;
  readonly at: RectificationPart;
  readonly recordId: Id;
  readonly accountId: Id;
  readonly takenAt: Date;
}

export function take(look: Look): Decision<Look> {
  const { id, at, recordId } = look;
  return decide(look, rectificationLookTaken({ lookId: id, at, recordId }));
}
