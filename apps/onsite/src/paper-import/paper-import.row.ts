import type { Id } from '@xuncha/domain-kit';
import { IdColumn, ImportRow, type Import } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Place } from '../inspection/place.js';

/** Like everything of an inspection it is known to its own team. */
export interface PaperImport extends Import, Place {}

@Entity('paper_import')
export class PaperImportRow extends ImportRow {
  @IdColumn() inspectionId!: Id;
  @IdColumn() assignmentId!: Id;
  @IdColumn() roundId!: Id;
  @IdColumn() organizationId!: Id;
  @IdColumn() teamId!: Id;
}
