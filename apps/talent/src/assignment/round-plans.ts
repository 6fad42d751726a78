import { Injectable } from '@nestjs/common';
import type { Batch, BodyOf, roundApproved, RoundTraits } from '@xuncha/contracts';
import { idFromBytes, idToBytes, refuseUnless, type BusinessDate, type Id } from '@xuncha/domain-kit';
import type { Act, Caller } from '@xuncha/service-kit';

export interface KnownRound {
  readonly id: Id;
  readonly profile: string;
  readonly cross: boolean;
  readonly ledBy: RoundTraits['ledBy'];
  /** From the first entry to the last leaving planned; null where planning did not say yet. */
  readonly startsOn: BusinessDate | null;
  readonly endsOn: BusinessDate | null;
  /** Closed or cancelled. */
  readonly over: boolean;
}
export interface PlannedAssignment {
  readonly assignmentId: Id;
  readonly roundId: Id;
  readonly teamId: Id;
  readonly designation: string;
  readonly organizationIds: readonly Id[];
}

/** Talent's copy of what planning tells: rounds, and which team is to inspect what in them. */
@Injectable()
export class RoundPlans {
  async noteRound(act: Act, { roundId, profile, cross, ledBy }: BodyOf<typeof roundApproved>): Promise<void> {
    await act.manager.query(
      `INSERT INTO known_round (site, round_id, profile, \`cross\`, led_by, starts_on, ends_on, is_over)
       VALUES (?, ?, ?, ?, ?, NULL, NULL, FALSE) ON DUPLICATE KEY UPDATE profile = VALUES(profile)`,
      [act.site, idToBytes(roundId), profile, cross, ledBy],
    );
  }

  async noteDates(act: Act, roundId: Id, batches: readonly Batch[]): Promise<void> {
    const first = batches.map(({ entersOn }) => entersOn).toSorted()[0];
    const last = batches
      .map(({ leavesOn }) => leavesOn)
      .toSorted()
      .at(-1);
    const values = [first, last, act.site, idToBytes(roundId)];
    await act.manager.query(
      'UPDATE known_round SET starts_on = ?, ends_on = ? WHERE site = ? AND round_id = ?',
      values,
    );
  }

  async noteEnd(act: Act, roundId: Id): Promise<void> {
    const values = [act.site, idToBytes(roundId)];
    await act.manager.query('UPDATE known_round SET is_over = TRUE WHERE site = ? AND round_id = ?', values);
  }

  /** Answers every team that it concerns: the one that has it now, and the one that had it. */
  async noteAssignment(act: Act, planned: PlannedAssignment): Promise<Id[]> {
    const { assignmentId, roundId, teamId, designation, organizationIds } = planned;
    const before = await this.forget(act, assignmentId);
    const rows = organizationIds.map((organizationId) => [
      act.site,
      ...[assignmentId, organizationId, roundId, teamId].map(idToBytes),
      designation,
      false,
    ]);
    await act.manager.query(
      `INSERT INTO planned_organization
       (site, assignment_id, organization_id, round_id, team_id, designation, entered) VALUES ?`,
      [rows],
    );
    return before === null || before === teamId ? [teamId] : [before, teamId];
  }

  async noteEntry(act: Act, assignmentId: Id, organizationId: Id): Promise<void> {
    await act.manager.query(
      'UPDATE planned_organization SET entered = TRUE WHERE site = ? AND assignment_id = ? AND organization_id = ?',
      [act.site, idToBytes(assignmentId), idToBytes(organizationId)],
    );
  }

  /** Answers the team that had it. */
  async forget(act: Act, assignmentId: Id): Promise<Id | null> {
    const team = await this.teamOf(act, assignmentId);
    const values = [act.site, idToBytes(assignmentId)];
    await act.manager.query('DELETE FROM planned_organization WHERE site = ? AND assignment_id = ?', values);
    return team;
  }

  /** Null where planning never said, or the assignment was cancelled. */
  async teamOf(act: Act, assignmentId: Id): Promise<Id | null> {
    const [row] = (await act.manager.query(
      'SELECT team_id AS id FROM planned_organization WHERE site = ? AND assignment_id = ? LIMIT 1',
      [act.site, idToBytes(assignmentId)],
    )) as { id: Buffer }[];
    return row ? idFromBytes(row.id) : null;
  }

  /** Refuses `team.round-unknown` as long as planning has not told of its approval. */
  async round(caller: Caller, roundId: Id): Promise<KnownRound> {
    const [row] = (await caller.manager.query(
      `SELECT profile, \`cross\`, led_by, starts_on, ends_on, is_over FROM known_round WHERE site = ? AND round_id = ?`,
      [caller.site, idToBytes(roundId)],
    )) as RoundRow[];
    refuseUnless(row, 'team.round-unknown', { roundId });
    const { profile, cross, led_by: ledBy, starts_on: startsOn, ends_on: endsOn, is_over: over } = row;
    return { id: roundId, profile, cross: cross === 1, ledBy, startsOn, endsOn, over: over === 1 };
  }

  /** Each once, with whether the team is there already, or was. */
  async organizationsOf(caller: Caller, teamId: Id): Promise<{ organizationId: Id; entered: boolean }[]> {
    const rows = (await caller.manager.query(
      `SELECT organization_id AS id, MAX(entered) AS entered FROM planned_organization
       WHERE site = ? AND team_id = ? GROUP BY organization_id`,
      [caller.site, idToBytes(teamId)],
    )) as { id: Buffer; entered: number }[];
    return rows.map(({ id, entered }) => ({ organizationId: idFromBytes(id), entered: entered === 1 }));
  }
}

interface RoundRow {
  readonly profile: string;
  readonly cross: number;
  readonly led_by: RoundTraits['ledBy'];
  readonly starts_on: BusinessDate | null;
  readonly ends_on: BusinessDate | null;
  readonly is_over: number;
}
