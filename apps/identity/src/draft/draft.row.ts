import type { Id } from '@xuncha/domain-kit';
import {
  AggregateRow,
  IdColumn,
  InstantColumn,
  NumberColumn,
  SealedColumn,
  TextColumn,
} from '@xuncha/service-kit';
import { Entity, PrimaryColumn } from 'typeorm';
import type { Draft } from './draft.js';

@Entity('draft')
export class DraftRow extends AggregateRow {
  @IdColumn() accountId!: Id;
  @TextColumn({ nullable: true }) form!: string | null;
  @TextColumn() state!: Draft['state'];
}

/** Beside the draft, whose every version is an event; with the draft's own key. Gone with its end, and the key with it. */
@Entity('draft_content')
export class DraftContentRow {
  @PrimaryColumn({ type: 'binary', length: 16 })
  draftId!: Buffer;
  /** Which form it is of, and what its writer could reach; see `Heading`. */
  @SealedColumn() heading!: Buffer;
  @SealedColumn() content!: Buffer;
  /** How often it was kept. */
  @NumberColumn() seen!: number;
  @InstantColumn() savedAt!: Date;
  @IdColumn({ nullable: true }) sessionId!: Id | null;
}
