import type { OrganizationKind } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, IdColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Organization } from './organization.js';

@Entity('organization')
export class OrganizationRow extends AggregateRow {
  @TextColumn() code!: string;
  @TextColumn() name!: string;
  @TextColumn() kind!: OrganizationKind;
  @TextColumn({ nullable: true }) category!: string | null;
  @TextColumn({ nullable: true }) villageType!: 'village' | 'community' | null;
  @TextColumn({ nullable: true }) divisionCode!: string | null;
  @IdColumn({ nullable: true }) parentId!: Id | null;
  @TextColumn() state!: Organization['state'];
  @DateColumn() registeredOn!: BusinessDate;
  @DateColumn({ nullable: true }) endedOn!: BusinessDate | null;
  @IdColumn({ nullable: true }) mergedIntoId!: Id | null;
  @TextColumn({ nullable: true }) headName!: string | null;
  @DateColumn({ nullable: true }) headSince!: BusinessDate | null;
}
