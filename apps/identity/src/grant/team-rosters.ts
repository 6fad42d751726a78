/** Who is in a team whose people were replaced, as talent said last; of any other, planning's word when it sends the team is enough. */
import { Injectable } from '@nestjs/common';
import type { TeamMember } from '@xuncha/contracts';
import { idToBytes, type Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';

@Injectable()
export class TeamRosters {
  async note(act: Act, teamId: Id, members: readonly TeamMember[]): Promise<void> {
    const noted = members.map(({ accountId, role }) => ({ accountId, role }));
    await act.manager.query(
      `INSERT INTO team_roster (site, team_id, members) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE members = VALUES(members)`,
      [act.site, idToBytes(teamId), JSON.stringify(noted)],
    );
  }

  async read(act: Act, teamId: Id): Promise<TeamMember[] | null> {
    const [row] = (await act.manager.query('SELECT members FROM team_roster WHERE site = ? AND team_id = ?', [
      act.site,
      idToBytes(teamId),
    ])) as { members: string }[];
    return row ? (JSON.parse(row.members) as TeamMember[]) : null;
  }
}
