/** Whether a round's teams still have authority: once it ended nothing gives it again, whatever is heard of the round later (rules.md 1). */
import { Injectable } from '@nestjs/common';
import { idToBytes, type Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';

@Injectable()
export class RoundAuthority {
  /** Held until the transaction ends, so that a round that ends at the same moment waits. */
  async lasts(act: Act, roundId: Id): Promise<boolean> {
    const key = [act.site, idToBytes(roundId)];
    await act.manager.query(
      'INSERT INTO round_authority VALUES (?, ?, FALSE) ON DUPLICATE KEY UPDATE has_ended = has_ended',
      key,
    );
    const [row] = (await act.manager.query(
      'SELECT has_ended AS ended FROM round_authority WHERE site = ? AND round_id = ? FOR UPDATE',
      key,
    )) as { ended: number }[];
    return !row!.ended;
  }

  async end(act: Act, roundId: Id): Promise<void> {
    await act.manager.query(
      'INSERT INTO round_authority VALUES (?, ?, TRUE) ON DUPLICATE KEY UPDATE has_ended = TRUE',
      [act.site, idToBytes(roundId)],
    );
  }
}
