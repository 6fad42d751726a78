import type { SentFigure } from '@xuncha/contracts';
import type { BusinessDate } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, JsonColumn, NumberColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Statistics } from './statistics.js';

@Entity('statistics')
export class StatisticsRow extends AggregateRow {
  @TextColumn() direction!: Statistics['direction'];
  @TextColumn() peerSite!: string;
  @NumberColumn() number!: number;
  @DateColumn() periodFrom!: BusinessDate;
  @DateColumn() periodTo!: BusinessDate;
  @JsonColumn() figures!: readonly SentFigure[];
  @DateColumn() on!: BusinessDate;
}
