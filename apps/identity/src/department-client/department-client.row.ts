import type { ClientKey, DepartmentScope } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, IdColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { DepartmentClient } from './department-client.js';

@Entity('department_client')
export class DepartmentClientRow extends AggregateRow {
  @TextColumn() name!: string;
  @IdColumn() organizationId!: Id;
  @JsonColumn() scopes!: readonly DepartmentScope[];
  @JsonColumn() keys!: readonly ClientKey[];
  @DateColumn() from!: BusinessDate;
  @DateColumn() until!: BusinessDate;
  @TextColumn() state!: DepartmentClient['state'];
}
