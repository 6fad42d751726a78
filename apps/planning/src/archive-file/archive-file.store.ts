import { Injectable } from '@nestjs/common';
import type { Decision, Receipt } from '@xuncha/contracts';
import { idToBytes, type Id } from '@xuncha/domain-kit';
import { sameColumns, Store, type Act, type Caller, type Target } from '@xuncha/service-kit';
import type { SelectQueryBuilder } from 'typeorm';
import { AssignmentStore } from '../assignment/assignment.store.js';
import { RoundStore } from '../round/round.store.js';
import type { ArchiveFile, Subject } from './archive-file.js';
import { ArchiveFileRow } from './archive-file.row.js';

/**
 * Signed papers name whom they are about: whoever is recused from one of the organizations of an assignment must not know of its file,
 * nor of that of the round.
 */
@Injectable()
export class ArchiveFileStore extends Store<ArchiveFile, ArchiveFileRow> {
  constructor(
    private readonly rounds: RoundStore,
    private readonly assignments: AssignmentStore,
  ) {
    super({
      aggregate: 'planning.archive-file',
      row: ArchiveFileRow,
      team: 'teamId',
      unique: { one_subject: ['archive-file.opened-already', 'number'] },
      ...sameColumns(),
    });
  }

  override async add(act: Act, decision: Decision<ArchiveFile>): Promise<Receipt> {
    const receipt = await super.add(act, decision);
    await this.read(act, receipt.id);
    return receipt;
  }

  override async change(
    act: Act,
    target: Target,
    decide: (state: ArchiveFile) => Decision<ArchiveFile>,
  ): Promise<Receipt> {
    if (act.access.recused.size > 0) await this.read(act, target.id);
    return super.change(act, target, decide);
  }

  async subject(
    act: Act,
    { roundId, assignmentId }: { roundId: Id; assignmentId?: Id | null | undefined },
  ): Promise<Subject> {
    const round = await this.rounds.read(act, roundId);
    return { round, assignment: assignmentId ? await this.assignments.read(act, assignmentId) : null };
  }

  protected override query(viewer: Caller): SelectQueryBuilder<ArchiveFileRow> {
    const query = super.query(viewer);
    if (viewer.access.recused.size === 0) return query;
    return query.andWhere(
      `NOT EXISTS (SELECT 1 FROM assignment_organization o WHERE o.site = r.site AND o.organization_id IN (:...stayAway)
        AND (o.assignment_id = r.assignment_id OR (r.assignment_id IS NULL AND o.round_id = r.round_id)))`,
      { stayAway: [...viewer.access.recused].map(idToBytes) },
    );
  }
}
