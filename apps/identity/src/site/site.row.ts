import { AggregateRow, InstantColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Site } from './site.js';

@Entity('site_register')
export class SiteRow extends AggregateRow {
  @TextColumn() name!: string;
  @TextColumn() abbreviation!: string;
  @TextColumn() mode!: Site['mode'];
  @InstantColumn({ nullable: true }) clock!: Date | null;
}
