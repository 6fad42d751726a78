/** Someone read a restricted or sealed record: noted before the content is handed out, and never changed (rules.md, Regulation of data). */
import type { Id } from '@xuncha/domain-kit';
import { Entity } from 'typeorm';
import { AggregateRow, IdColumn, InstantColumn, TextColumn } from '../store/columns.js';

/** `At` are the parts of records that a service shows. */
export interface Look<At extends string = string> {
  readonly id: Id;
  readonly at: At;
  readonly recordId: Id;
  readonly accountId: Id;
  readonly takenAt: Date;
}

@Entity('look')
export class LookRow<At extends string = string> extends AggregateRow {
  @TextColumn() at!: At;
  @IdColumn() recordId!: Id;
  @IdColumn() accountId!: Id;
  @InstantColumn() takenAt!: Date;
}
