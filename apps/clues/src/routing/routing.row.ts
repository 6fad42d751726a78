import type { Authority, ClueRoute } from '@xuncha/contracts';
import { AggregateRow, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';

@Entity('routing')
export class RoutingRow extends AggregateRow {
  @TextColumn() level!: Authority;
  @JsonColumn() routes!: readonly ClueRoute[];
}
