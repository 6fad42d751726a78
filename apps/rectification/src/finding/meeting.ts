/**
 * Where a finding's case and its immediate item meet. Feedback and order are events of different aggregates and come in either order, or
 * at once in two replicas: each notes its half in one row that both lock, and whoever comes second finds the other.
 */
import { Injectable } from '@nestjs/common';
import { idFromBytes, idToBytes, type Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';

@Injectable()
export class FindingMeeting {
  /** Answers the immediate items of these findings that were there before the case. */
  async bringCase(act: Act, caseId: Id, findingIds: readonly Id[]): Promise<Id[]> {
    if (findingIds.length === 0) return [];
    const keys = findingIds.toSorted().map(idToBytes);
    await act.manager.query(
      `INSERT INTO finding_meeting (site, finding_id, case_id) VALUES ? ON DUPLICATE KEY UPDATE case_id = VALUES(case_id)`,
      [keys.map((key) => [act.site, key, idToBytes(caseId)])],
    );
    const rows = (await act.manager.query(
      'SELECT item_id FROM finding_meeting WHERE site = ? AND finding_id IN (?) AND item_id IS NOT NULL ORDER BY item_id',
      [act.site, keys],
    )) as { item_id: Buffer }[];
    return rows.map((row) => idFromBytes(row.item_id));
  }

  /** Answers the finding's case, where that was there before the item. */
  async bringItem(act: Act, itemId: Id, findingId: Id): Promise<Id | null> {
    const key = [act.site, idToBytes(findingId)];
    await act.manager.query(
      `INSERT INTO finding_meeting (site, finding_id, item_id) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE item_id = VALUES(item_id)`,
      [...key, idToBytes(itemId)],
    );
    const rows = (await act.manager.query(
      'SELECT case_id FROM finding_meeting WHERE site = ? AND finding_id = ?',
      key,
    )) as { case_id: Buffer | null }[];
    const caseId = rows[0]?.case_id;
    return caseId ? idFromBytes(caseId) : null;
  }
}
