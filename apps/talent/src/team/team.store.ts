import { Injectable } from '@nestjs/common';
import type { CountContract, Decision, Page, RecusalReason, Receipt } from '@xuncha/contracts';
import { idFromBytes, idToBytes, type Id } from '@xuncha/domain-kit';
import {
  sameColumns,
  Store,
  type Act,
  type Caller,
  type Criteria,
  type Versioned,
  type Target,
} from '@xuncha/service-kit';
import type { KnownRound } from '../assignment/round-plans.js';
import type { Bench, Examined } from './members.js';
import { isOver, type Team } from './team.js';
import { TeamRow } from './team.row.js';

/**
 * Who is in a team stands in a table beside it, too, so that a person's teams are found. Whoever is in the team sees it; a limited
 * grant names the team itself.
 */
@Injectable()
export class TeamStore extends Store<Team, TeamRow> {
  constructor() {
    super({
      aggregate: 'talent.team',
      row: TeamRow,
      team: 'id',
      // The id is made of round and designation.
      unique: { PRIMARY: ['team.proposed-already', 'designation'] },
      ...sameColumns(),
    });
  }

  override async add(act: Act, decision: Decision<Team>): Promise<Receipt> {
    const receipt = await super.add(act, decision);
    await this.seat(act, decision.state);
    return receipt;
  }

  override async change(act: Act, target: Target, decide: (state: Team) => Decision<Team>): Promise<Receipt> {
    let after: Team | undefined;
    const receipt = await super.change(act, target, (before) => {
      const decision = decide(before);
      if (decision.facts.length > 0) after = decision.state;
      return decision;
    });
    if (after) await this.seat(act, after);
    return receipt;
  }

  override async page(
    viewer: Caller,
    criteria: Criteria<TeamRow>,
    inspectorId?: Id,
  ): Promise<Page<Versioned<Team>>> {
    const id = inspectorId === undefined ? undefined : await this.idsWith(viewer, [inspectorId]);
    return super.page(viewer, { ...criteria, where: { id, ...criteria.where } });
  }

  override async counts<S extends string>(
    viewer: Caller,
    contract: CountContract<S>,
    criteria: Criteria<TeamRow>,
    inspectorId?: Id,
  ): Promise<Record<S, number>> {
    const id = inspectorId === undefined ? undefined : await this.idsWith(viewer, [inspectorId]);
    return super.counts(viewer, contract, { ...criteria, where: { id, ...criteria.where } });
  }

  /**
   * The team as it stays until the transaction ends; null where there is none. Whoever checks it holds it first: of two who check
   * after two changes at once, the second sees both.
   */
  async hold(act: Act, id: Id): Promise<Versioned<Team> | null> {
    await act.manager.query('SELECT id FROM team WHERE site = ? AND id = ? FOR UPDATE', [
      act.site,
      idToBytes(id),
    ]);
    const [found] = await this.find(act, { where: { id } });
    return found ?? null;
  }

  /** Teams that have one of these people in them and are not over. */
  async openWith(act: Act, inspectorIds: readonly Id[]): Promise<Id[]> {
    const ids = await this.idsWith(act, inspectorIds);
    const teams = await this.find(act, { where: { id: ids } });
    return teams.filter((team) => !isOver(team)).map(({ id }) => id);
  }

  /**
   * Of these people, who is in another team of the round, or of a round with days in common, that is not over. They are locked, so
   * that of two teams that want somebody at once the second sees the first.
   */
  async elsewhere(
    act: Act,
    { teamId, round }: { teamId: Id; round: KnownRound },
    inspectorIds: readonly Id[],
  ): Promise<Bench['elsewhere']> {
    if (inspectorIds.length === 0) return [];
    await act.manager.query('SELECT id FROM inspector WHERE site = ? AND id IN (?) ORDER BY id FOR UPDATE', [
      act.site,
      inspectorIds.map(idToBytes),
    ]);
    const engaged = await this.engaged(act, round, inspectorIds);
    return engaged.filter((one) => one.teamId !== teamId);
  }

  /** Of these people, or of all: who is in which team of the round, or of a round with days in common, that is not over. */
  async engaged(
    caller: Caller,
    round: KnownRound,
    inspectorIds?: readonly Id[],
  ): Promise<Bench['elsewhere']> {
    const people = inspectorIds?.map(idToBytes) ?? [null];
    const rows = (await caller.manager.query(
      `SELECT m.inspector_id AS inspector, m.team_id AS team FROM team_member m
       JOIN team t ON t.site = m.site AND t.id = m.team_id
       LEFT JOIN known_round r ON r.site = t.site AND r.round_id = t.round_id
       WHERE m.site = ? AND (? OR m.inspector_id IN (?)) AND t.state NOT IN ('released', 'withdrawn')
       AND (t.round_id = ? OR COALESCE(r.starts_on <= ? AND r.ends_on >= ?, 1))`,
      [caller.site, inspectorIds === undefined, people, idToBytes(round.id), round.endsOn, round.startsOn],
    )) as { inspector: Buffer; team: Buffer }[];
    return rows.map(({ inspector, team }) => ({
      inspectorId: idFromBytes(inspector),
      teamId: idFromBytes(team),
    }));
  }

  /** What a check came to, for each member and organization; the one before it is forgotten. */
  async noteCheck(act: Act, teamId: Id, examined: readonly Examined[]): Promise<void> {
    const team = [act.site, idToBytes(teamId)];
    await act.manager.query('DELETE FROM team_check WHERE site = ? AND team_id = ?', team);
    if (examined.length === 0) return;
    const rows = examined.map(({ inspectorId, organizationId, reasons }) => [
      ...team,
      idToBytes(inspectorId),
      idToBytes(organizationId),
      reasons.join(),
    ]);
    await act.manager.query(
      'INSERT INTO team_check (site, team_id, inspector_id, organization_id, reasons) VALUES ?',
      [rows],
    );
  }

  /** What the last check came to, as far as the viewer may know of the organizations. */
  async lastCheck(viewer: Caller, teamId: Id) {
    await this.read(viewer, teamId);
    const rows = (await viewer.manager.query(
      `SELECT inspector_id AS inspector, organization_id AS organization, reasons FROM team_check
       WHERE site = ? AND team_id = ? ORDER BY inspector_id, organization_id`,
      [viewer.site, idToBytes(teamId)],
    )) as { inspector: Buffer; organization: Buffer; reasons: string }[];
    return rows
      .map(({ inspector, organization, reasons }) => ({
        inspectorId: idFromBytes(inspector),
        organizationId: idFromBytes(organization),
        reasons: reasons === '' ? [] : (reasons.split(',') as RecusalReason[]),
      }))
      .filter(({ organizationId }) => !viewer.isRecusedFrom(organizationId));
  }

  private async seat(act: Act, { id, members }: Team): Promise<void> {
    const team = [act.site, idToBytes(id)];
    await act.manager.query('DELETE FROM team_member WHERE site = ? AND team_id = ?', team);
    const rows = members.map(({ inspectorId }) => [...team, idToBytes(inspectorId)]);
    await act.manager.query('INSERT INTO team_member (site, team_id, inspector_id) VALUES ?', [rows]);
  }

  private async idsWith(viewer: Caller, inspectorIds: readonly Id[]): Promise<Id[]> {
    if (inspectorIds.length === 0) return [];
    const rows = (await viewer.manager.query(
      'SELECT DISTINCT team_id AS id FROM team_member WHERE site = ? AND inspector_id IN (?)',
      [viewer.site, inspectorIds.map(idToBytes)],
    )) as { id: Buffer }[];
    return rows.map(({ id }) => idFromBytes(id));
  }
}
