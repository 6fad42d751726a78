import type { ClueNature } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { DateColumn, FlagColumn, IdColumn, SealedColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import { PlacedRow } from '../inspection/place.row.js';
import type { Clue } from './clue.js';

@Entity('clue')
export class ClueRow extends PlacedRow {
  @TextColumn() number!: string;
  @IdColumn({ nullable: true }) findingId!: Id | null;
  @IdColumn({ nullable: true }) petitionId!: Id | null;
  @TextColumn() nature!: ClueNature;
  @FlagColumn() urgent!: boolean;
  @TextColumn() profile!: string;
  @SealedColumn({ nullable: true }) content!: Buffer | null;
  @TextColumn() state!: Clue['state'];
  @IdColumn() raisedBy!: Id;
  @DateColumn() raisedOn!: BusinessDate;
  @DateColumn({ nullable: true }) handedOverOn!: BusinessDate | null;
}
