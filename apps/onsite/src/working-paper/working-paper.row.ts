import type { Evidence } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { DateColumn, IdColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import { PlacedRow } from '../inspection/place.row.js';
import type { WorkingPaper } from './working-paper.js';

@Entity('working_paper')
export class WorkingPaperRow extends PlacedRow {
  @TextColumn() matter!: string;
  @TextColumn() content!: string;
  @JsonColumn() evidence!: readonly Evidence[];
  @TextColumn() state!: WorkingPaper['state'];
  @IdColumn() authorId!: Id;
  @TextColumn() authorPost!: WorkingPaper['authorPost'];
  @IdColumn({ nullable: true }) reviewerId!: Id | null;
  @IdColumn({ nullable: true }) approverId!: Id | null;
  @DateColumn() draftedOn!: BusinessDate;
  @DateColumn({ nullable: true }) reviewedOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) signedOn!: BusinessDate | null;
  @TextColumn({ nullable: true }) opinion!: string | null;
}
