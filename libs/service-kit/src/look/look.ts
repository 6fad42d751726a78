/** Someone read restricted or sealed records: noted before the answer leaves, and never changed (rules.md, Regulation of data). */
import type { Id } from '@xuncha/domain-kit';
import { Entity } from 'typeorm';
import {
  AggregateRow,
  IdColumn,
  InstantColumn,
  JsonColumn,
  SealedColumn,
  TextColumn,
} from '../store/columns.js';

export interface Look {
  readonly id: Id;
  /** The query that was answered: it says what is shown of a record. */
  readonly contract: string;
  readonly recordIds: readonly Id[];
  readonly accountId: Id;
  /** Which the viewer asked by. */
  readonly roles: readonly string[];
  /** Where they hold them for one organization alone. */
  readonly organizationId: Id | null;
  /** What they said it was for, as ciphertext: it may tell what it is about. */
  readonly purpose: Buffer | null;
  readonly takenAt: Date;
}

@Entity('look_noted')
export class LookRow extends AggregateRow {
  @TextColumn() contract!: string;
  @JsonColumn() recordIds!: readonly Id[];
  @IdColumn() accountId!: Id;
  @JsonColumn() roles!: readonly string[];
  @IdColumn({ nullable: true }) organizationId!: Id | null;
  @SealedColumn({ nullable: true }) purpose!: Buffer | null;
  @InstantColumn() takenAt!: Date;
}
