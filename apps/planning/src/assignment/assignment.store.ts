import { Injectable } from '@nestjs/common';
import type { CountContract, Decision, Page, Receipt } from '@xuncha/contracts';
import { idFromBytes, idToBytes, refuse, refuseIf, type Id } from '@xuncha/domain-kit';
import {
  isDuplicate,
  sameColumns,
  Store,
  type Act,
  type Caller,
  type Criteria,
  type Versioned,
  type Target,
} from '@xuncha/service-kit';
import type { Standing } from '../round/round.js';
import type { Assignment } from './assignment.js';
import { AssignmentRow } from './assignment.row.js';

/**
 * Which organizations an assignment is for stands in a table beside it, too: an organization is taken once per round, and whoever is
 * recused from one of them must not know of the assignment.
 */
@Injectable()
export class AssignmentStore extends Store<Assignment, AssignmentRow> {
  constructor() {
    super({ aggregate: 'planning.assignment', row: AssignmentRow, team: 'teamId', ...sameColumns() });
  }

  /** Refuses `assignment.organization-taken` where another assignment of the round has one of the organizations. */
  override async add(act: Act, decision: Decision<Assignment>): Promise<Receipt> {
    await this.take(act, decision.state);
    return super.add(act, decision);
  }

  /** Like every change; and once it is cancelled, or planned otherwise, the organizations it no longer needs are free. */
  override async change(
    act: Act,
    target: Target,
    decide: (state: Assignment) => Decision<Assignment>,
  ): Promise<Receipt> {
    if (act.access.recused.size > 0) await this.read(act, target.id);
    let after: Assignment | undefined;
    const receipt = await super.change(act, target, (before) => {
      const decision = decide(before);
      after = decision.state;
      return decision;
    });
    if (after!.state === 'planned' || after!.state === 'cancelled') await this.take(act, after!);
    return receipt;
  }

  override async read(viewer: Caller, id: Id): Promise<Versioned<Assignment>> {
    const found = await super.read(viewer, id);
    const recused = found.organizations.some((one) => viewer.isRecusedFrom(one.organizationId));
    refuseIf(recused, 'record.unknown', { id });
    return found;
  }

  override async page(
    viewer: Caller,
    criteria: Criteria<AssignmentRow>,
    organizationId?: Id,
  ): Promise<Page<Versioned<Assignment>>> {
    const id = await this.idsWith(viewer, organizationId);
    return super.page(viewer, { ...criteria, where: { ...criteria.where, id } });
  }

  override async counts<S extends string>(
    viewer: Caller,
    contract: CountContract<S>,
    criteria: Criteria<AssignmentRow>,
    organizationId?: Id,
  ): Promise<Record<S, number>> {
    const id = await this.idsWith(viewer, organizationId);
    return super.counts(viewer, contract, { ...criteria, where: { ...criteria.where, id } });
  }

  /** Of all assignments of a round, whoever asks: a round is not closed because somebody cannot see what is open. */
  async standings(act: Act, roundId: Id): Promise<Standing[]> {
    const rows = (await act.manager.query(
      'SELECT state, batch FROM assignment WHERE site = ? AND round_id = ?',
      [act.site, idToBytes(roundId)],
    )) as { state: Standing['state']; batch: number | string }[];
    return rows.map(({ state, batch }) => ({ state, batch: Number(batch) }));
  }

  /** A null claim collides with nothing. */
  private async take(act: Act, { id, roundId, organizations, state }: Assignment): Promise<void> {
    const [key, round] = [idToBytes(id), idToBytes(roundId)];
    const claim = state === 'cancelled' ? null : 1;
    await act.manager.query('DELETE FROM assignment_organization WHERE site = ? AND assignment_id = ?', [
      act.site,
      key,
    ]);
    const rows = organizations.map((one) => [act.site, key, idToBytes(one.organizationId), round, claim]);
    await act.manager
      .query(
        'INSERT INTO assignment_organization (site, assignment_id, organization_id, round_id, claim) VALUES ?',
        [rows],
      )
      .catch((error: unknown) => {
        if (!isDuplicate(error)) throw error;
        return refuse('assignment.organization-taken');
      });
  }

  /** Undefined where neither an organization is asked for nor the viewer recused from any. */
  private async idsWith(viewer: Caller, organizationId: Id | undefined): Promise<Id[] | undefined> {
    const recused = [...viewer.access.recused].map(idToBytes);
    if (organizationId === undefined && recused.length === 0) return undefined;
    const rows = (await viewer.manager.query(
      `SELECT DISTINCT assignment_id AS id FROM assignment_organization a WHERE site = ? AND (? IS NULL OR organization_id = ?)
       AND NOT EXISTS (SELECT 1 FROM assignment_organization other WHERE other.site = a.site
         AND other.assignment_id = a.assignment_id AND other.organization_id IN (?))`,
      [viewer.site, ...twice(organizationId), recused.length > 0 ? recused : [null]],
    )) as { id: Buffer }[];
    return rows.map(({ id }) => idFromBytes(id));
  }
}

function twice(id: Id | undefined): readonly [Buffer | null, Buffer | null] {
  const bytes = id === undefined ? null : idToBytes(id);
  return [bytes, bytes];
}
