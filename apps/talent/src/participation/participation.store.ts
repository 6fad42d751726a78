import { Injectable } from '@nestjs/common';
import type { AuthorizedMember, Participation } from '@xuncha/contracts';
import { idFromBytes, idToBytes, parseDate, type BusinessDate, type Id } from '@xuncha/domain-kit';
import type { Act, Caller } from '@xuncha/service-kit';

/** Name of the consumer, and the tables that its rebuilding empties. */
export const PARTICIPATION = 'participation';
export const PARTICIPATION_TABLES = ['participation'] as const;

/** What a person's time in teams comes to. */
export interface Tally {
  readonly participations: number;
  readonly daysThisYear: number;
  readonly inTeamId: Id | null;
}
export const NO_PARTICIPATION: Tally = { participations: 0, daysThisYear: 0, inTeamId: null };

/** Who was in which team and how long: talent's own events of teams, as rows that can be counted. */
@Injectable()
export class ParticipationStore {
  /** From the authorization on, or from the day of the change. Who is no member any more left that day. */
  async noteMembers(
    act: Act,
    team: { teamId: Id; roundId: Id; members: readonly AuthorizedMember[]; on: BusinessDate },
  ): Promise<void> {
    const { teamId, roundId, members, on } = team;
    const ids = members.map(({ inspectorId }) => idToBytes(inspectorId));
    await act.manager.query(
      `UPDATE participation SET left_on = ?
       WHERE site = ? AND team_id = ? AND left_on IS NULL AND inspector_id NOT IN (?)`,
      [on, act.site, idToBytes(teamId), ids],
    );
    const rows = members.map(({ inspectorId, role }) => [
      act.site,
      idToBytes(teamId),
      idToBytes(inspectorId),
      idToBytes(roundId),
      role,
      on,
      null,
    ]);
    await act.manager.query(
      `INSERT INTO participation (site, team_id, inspector_id, round_id, role, joined_on, left_on) VALUES ?
       ON DUPLICATE KEY UPDATE role = VALUES(role), left_on = NULL`,
      [rows],
    );
  }

  async noteRelease(act: Act, teamId: Id, on: BusinessDate): Promise<void> {
    await act.manager.query(
      'UPDATE participation SET left_on = ? WHERE site = ? AND team_id = ? AND left_on IS NULL',
      [on, act.site, idToBytes(teamId)],
    );
  }

  /** Where everybody has been with a team. */
  async inspected(viewer: Caller): Promise<Map<Id, Id[]>> {
    const rows = (await viewer.manager.query(
      `SELECT DISTINCT p.inspector_id AS inspector, o.organization_id AS organization FROM participation p
       JOIN planned_organization o ON o.site = p.site AND o.team_id = p.team_id
       WHERE p.site = ? AND o.entered`,
      [viewer.site],
    )) as { inspector: Buffer; organization: Buffer }[];
    const found = new Map<Id, Id[]>();
    for (const { inspector, organization } of rows) {
      const id = idFromBytes(inspector);
      found.set(id, [...(found.get(id) ?? []), idFromBytes(organization)]);
    }
    return found;
  }

  async of(viewer: Caller, inspectorId: Id): Promise<Participation[]> {
    const rows = (await viewer.manager.query(
      `SELECT * FROM participation WHERE site = ? AND inspector_id = ? ORDER BY joined_on, team_id`,
      [viewer.site, idToBytes(inspectorId)],
    )) as Row[];
    return rows.map(participationOf);
  }

  /** By inspector. */
  async inYear(viewer: Caller, year: number): Promise<Map<Id, Participation[]>> {
    const rows = (await viewer.manager.query(
      `SELECT * FROM participation WHERE site = ? AND joined_on <= ? AND (left_on IS NULL OR left_on >= ?)
       ORDER BY inspector_id, joined_on`,
      [viewer.site, `${year}-12-31`, `${year}-01-01`],
    )) as Row[];
    const found = new Map<Id, Participation[]>();
    for (const row of rows) {
      const inspectorId = idFromBytes(row.inspector_id);
      const own = found.get(inspectorId) ?? [];
      found.set(inspectorId, [...own, participationOf(row)]);
    }
    return found;
  }

  async tookPart(caller: Caller, inspectorId: Id, roundId: Id): Promise<boolean> {
    const rows = (await caller.manager.query(
      'SELECT 1 FROM participation WHERE site = ? AND inspector_id = ? AND round_id = ? LIMIT 1',
      [caller.site, idToBytes(inspectorId), idToBytes(roundId)],
    )) as unknown[];
    return rows.length > 0;
  }

  /** Of everybody who was in a team of this site by that day. */
  async tallies(viewer: Caller, on: BusinessDate): Promise<Map<Id, Tally>> {
    const newYear = `${on.slice(0, 4)}-01-01`;
    const rows = (await viewer.manager.query(
      `SELECT inspector_id, COUNT(*) AS teams,
         SUM(GREATEST(0, DATEDIFF(LEAST(COALESCE(left_on, ?), ?), GREATEST(joined_on, ?)) + 1)) AS days,
         MAX(CASE WHEN left_on IS NULL OR left_on > ? THEN team_id END) AS team_id
       FROM participation WHERE site = ? AND joined_on <= ? GROUP BY inspector_id`,
      [on, on, newYear, on, viewer.site, on],
    )) as { inspector_id: Buffer; teams: string; days: string; team_id: Buffer | null }[];
    return new Map(
      rows.map((row) => [
        idFromBytes(row.inspector_id),
        {
          participations: Number(row.teams),
          daysThisYear: Number(row.days),
          inTeamId: row.team_id && idFromBytes(row.team_id),
        },
      ]),
    );
  }
}

interface Row {
  readonly team_id: Buffer;
  readonly inspector_id: Buffer;
  readonly round_id: Buffer;
  readonly role: Participation['role'];
  readonly joined_on: string;
  readonly left_on: string | null;
}

function participationOf({ team_id, round_id, role, joined_on, left_on }: Row): Participation {
  return {
    teamId: idFromBytes(team_id),
    roundId: idFromBytes(round_id),
    role,
    from: parseDate(joined_on),
    to: left_on === null ? null : parseDate(left_on),
  };
}
