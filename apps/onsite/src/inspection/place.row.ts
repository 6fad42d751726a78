import type { Id } from '@xuncha/domain-kit';
import { AggregateRow, IdColumn } from '@xuncha/service-kit';

/** What the table of everything found in an inspection holds; team and organization limit who may know of it. */
export abstract class PlacedRow extends AggregateRow {
  @IdColumn() inspectionId!: Id;
  @IdColumn() assignmentId!: Id;
  @IdColumn() roundId!: Id;
  @IdColumn() organizationId!: Id;
  @IdColumn() teamId!: Id;
}

/** The same columns in a migration, with the keys by which such records are listed. */
export const PLACE_COLUMNS = `inspection_id BINARY(16) NOT NULL,
        assignment_id BINARY(16) NOT NULL,
        round_id BINARY(16) NOT NULL,
        organization_id BINARY(16) NOT NULL,
        team_id BINARY(16) NULL,
        KEY (site, inspection_id),
        KEY (site, round_id),
        KEY (site, organization_id),
        KEY (site, team_id)`;
