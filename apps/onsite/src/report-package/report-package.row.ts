import type { FileRef } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { DateColumn, IdColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import { PlacedRow } from '../inspection/place.row.js';
import type { ReportPackage } from './report-package.js';

@Entity('report_package')
export class ReportPackageRow extends PlacedRow {
  @TextColumn() report!: string;
  @TextColumn() evaluation!: string;
  @JsonColumn() files!: readonly FileRef[];
  @TextColumn() state!: ReportPackage['state'];
  @IdColumn() submittedBy!: Id;
  @DateColumn() submittedOn!: BusinessDate;
  @DateColumn({ nullable: true }) reviewedOn!: BusinessDate | null;
  @TextColumn({ nullable: true }) opinion!: string | null;
  @IdColumn({ nullable: true }) hearingId!: Id | null;
  @DateColumn({ nullable: true }) heardOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) decidedOn!: BusinessDate | null;
}
