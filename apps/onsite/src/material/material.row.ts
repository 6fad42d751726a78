import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { DateColumn, IdColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import { PlacedRow } from '../inspection/place.row.js';
import type { Material } from './material.js';

@Entity('material')
export class MaterialRow extends PlacedRow {
  @TextColumn() title!: string;
  @TextColumn() state!: Material['state'];
  @DateColumn() dueOn!: BusinessDate;
  @DateColumn() askedOn!: BusinessDate;
  @IdColumn() askedBy!: Id;
  @JsonColumn({ nullable: true }) supply!: Material['supply'];
  @JsonColumn({ nullable: true }) returned!: Material['returned'];
  @JsonColumn({ nullable: true }) receipt!: Material['receipt'];
  @JsonColumn({ nullable: true }) givenBack!: Material['givenBack'];
  @JsonColumn({ nullable: true }) waiver!: Material['waiver'];
}
