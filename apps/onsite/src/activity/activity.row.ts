import type { ActivityKind } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { DateColumn, IdColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import { PlacedRow } from '../inspection/place.row.js';

@Entity('activity')
export class ActivityRow extends PlacedRow {
  @TextColumn() kind!: ActivityKind;
  @TextColumn() title!: string;
  @TextColumn({ nullable: true }) notes!: string | null;
  @DateColumn() doneOn!: BusinessDate;
  @IdColumn() recordedBy!: Id;
}
