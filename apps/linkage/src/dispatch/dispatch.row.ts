import type { DispatchKind } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import {
  AggregateRow,
  DateColumn,
  IdColumn,
  JsonColumn,
  NumberColumn,
  TextColumn,
} from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Content } from './content.js';
import type { Dispatch } from './dispatch.js';

@Entity('dispatch')
export class DispatchRow extends AggregateRow {
  @TextColumn() direction!: Dispatch['direction'];
  @TextColumn() kind!: DispatchKind;
  @IdColumn() reference!: Id;
  @JsonColumn() content!: Content;
  @TextColumn({ nullable: true }) peerSite!: string | null;
  @IdColumn({ nullable: true }) agreementId!: Id | null;
  @NumberColumn({ nullable: true }) number!: number | null;
  @TextColumn() state!: Dispatch['state'];
  @DateColumn() on!: BusinessDate;
}
