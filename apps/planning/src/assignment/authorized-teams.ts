import { Injectable } from '@nestjs/common';
import type { AuthorizedMember, TeamMember } from '@xuncha/contracts';
import { idFromBytes, idToBytes, type Id } from '@xuncha/domain-kit';
import type { Act } from '@xuncha/service-kit';
import type { AuthorizedTeam, Recusal } from './assignment.js';

/** Planning's copy of the teams that talent has had authorized, by their events. */
@Injectable()
export class AuthorizedTeams {
  /** With the people it has from now on. */
  async note(act: Act, teamId: Id, members: readonly AuthorizedMember[]): Promise<TeamMember[]> {
    const noted = members.map(({ accountId, role }) => ({ accountId, role }));
    await act.manager.query(
      `INSERT INTO authorized_team (site, team_id, members) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE members = VALUES(members)`,
      [act.site, idToBytes(teamId), JSON.stringify(noted)],
    );
    return noted;
  }

  /** These organizations, and no others, are those that none of the team must stay away from. */
  async clear(act: Act, teamId: Id, organizationIds: readonly Id[]): Promise<void> {
    const team = [act.site, idToBytes(teamId)];
    await act.manager.query('DELETE FROM team_clearance WHERE site = ? AND team_id = ?', team);
    if (organizationIds.length === 0) return;
    const rows = organizationIds.map((id) => [...team, idToBytes(id)]);
    await act.manager.query('INSERT INTO team_clearance (site, team_id, organization_id) VALUES ?', [rows]);
  }

  async release(act: Act, teamId: Id): Promise<void> {
    const team = [act.site, idToBytes(teamId)];
    await act.manager.query('DELETE FROM authorized_team WHERE site = ? AND team_id = ?', team);
    await this.clear(act, teamId, []);
  }

  /** Null where it is not authorized, or no longer. It stays as it is until the transaction ends. */
  async hold(act: Act, teamId: Id): Promise<AuthorizedTeam | null> {
    const team = [act.site, idToBytes(teamId)];
    const [row] = (await act.manager.query(
      'SELECT members FROM authorized_team WHERE site = ? AND team_id = ? FOR UPDATE',
      team,
    )) as { members: string }[];
    if (!row) return null;
    const cleared = (await act.manager.query(
      'SELECT organization_id AS id FROM team_clearance WHERE site = ? AND team_id = ?',
      team,
    )) as { id: Buffer }[];
    return {
      members: JSON.parse(row.members) as TeamMember[],
      clearOf: cleared.map(({ id }) => idFromBytes(id)),
    };
  }

  /** Which of the team must stay away from which of the organizations: what talent found, and what identity was told. */
  async recusals(act: Act, team: AuthorizedTeam | null, organizationIds: readonly Id[]): Promise<Recusal[]> {
    if (!team) return [];
    const rows = (await act.manager.query(
      `SELECT account_id AS account, organization_id AS organization FROM access_recusal
       WHERE site = ? AND account_id IN (?) AND organization_id IN (?)`,
      [act.site, team.members.map(({ accountId }) => idToBytes(accountId)), organizationIds.map(idToBytes)],
    )) as { account: Buffer; organization: Buffer }[];
    return rows.map(({ account, organization }) => ({
      accountId: idFromBytes(account),
      organizationId: idFromBytes(organization),
    }));
  }
}
