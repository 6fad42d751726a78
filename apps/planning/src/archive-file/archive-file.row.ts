import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, IdColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { ArchiveFile } from './archive-file.js';
import type { Line } from './contents.js';

@Entity('archive_file')
export class ArchiveFileRow extends AggregateRow {
  @TextColumn() number!: string;
  @TextColumn() title!: string;
  @IdColumn() roundId!: Id;
  @IdColumn({ nullable: true }) assignmentId!: Id | null;
  @IdColumn({ nullable: true }) teamId!: Id | null;
  @IdColumn() subjectId!: Id;
  @JsonColumn() organizationIds!: Id[];
  @JsonColumn() lines!: Line[];
  @TextColumn() state!: ArchiveFile['state'];
  @DateColumn() openedOn!: BusinessDate;
  @DateColumn({ nullable: true }) closedOn!: BusinessDate | null;
  @TextColumn({ nullable: true }) contentsHash!: string | null;
  @DateColumn({ nullable: true }) handedOverOn!: BusinessDate | null;
  @TextColumn({ nullable: true }) receiver!: string | null;
  @TextColumn({ nullable: true }) receiptNumber!: string | null;
}
