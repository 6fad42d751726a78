/** Which assignments a team still has; with the last one cancelled it has nothing left to be authorized for. */
import { Injectable } from '@nestjs/common';
import { idToBytes, type Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';

@Injectable()
export class TeamAssignments {
  async add(act: Act, assignmentId: Id, teamId: Id): Promise<void> {
    await act.manager.query('INSERT IGNORE INTO team_assignment VALUES (?, ?, ?)', [
      act.site,
      idToBytes(assignmentId),
      idToBytes(teamId),
    ]);
  }

  /** Answers how many the team has left. */
  async remove(act: Act, assignmentId: Id, teamId: Id): Promise<number> {
    await act.manager.query('DELETE FROM team_assignment WHERE site = ? AND assignment_id = ?', [
      act.site,
      idToBytes(assignmentId),
    ]);
    return this.count(act, teamId);
  }

  async count(act: Act, teamId: Id): Promise<number> {
    const rows = (await act.manager.query(
      'SELECT COUNT(*) AS n FROM team_assignment WHERE site = ? AND team_id = ?',
      [act.site, idToBytes(teamId)],
    )) as { n: number | string }[];
    return Number(rows[0]!.n);
  }
}
