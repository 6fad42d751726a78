import type { CareerStep, Force, Kin, Rank, Sex, Speciality } from '@xuncha/contracts';
import type { BusinessDate, Id } from '@xuncha/domain-kit';
import {
  AggregateRow,
  DateColumn,
  FlagColumn,
  IdColumn,
  JsonColumn,
  SealedColumn,
  TextColumn,
} from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { Inspector } from './inspector.js';

@Entity('inspector')
export class InspectorRow extends AggregateRow {
  @TextColumn() code!: string;
  @SealedColumn() name!: Buffer;
  @TextColumn() state!: Inspector['state'];
  @TextColumn() force!: Force;
  @FlagColumn() expert!: boolean;
  @TextColumn() sex!: Sex;
  @DateColumn() born!: BusinessDate;
  @DateColumn({ nullable: true }) partySince!: BusinessDate | null;
  @IdColumn({ nullable: true }) accountId!: Id | null;
  @IdColumn({ nullable: true }) organizationId!: Id | null;
  @TextColumn({ nullable: true }) unit!: string | null;
  @IdColumn({ nullable: true }) homeId!: Id | null;
  @TextColumn() rank!: Rank;
  @JsonColumn() specialities!: readonly Speciality[];
  @JsonColumn() career!: readonly CareerStep[];
  @JsonColumn() kin!: readonly Kin[];
  @DateColumn() registeredOn!: BusinessDate;
  @DateColumn({ nullable: true }) pooledOn!: BusinessDate | null;
  @TextColumn({ nullable: true }) reason!: string | null;
  @JsonColumn() trainings!: Inspector['trainings'];
  @JsonColumn() posts!: Inspector['posts'];
  @JsonColumn() assessments!: Inspector['assessments'];
  @JsonColumn() promotions!: Inspector['promotions'];
  @JsonColumn() recommendations!: Inspector['recommendations'];
}
