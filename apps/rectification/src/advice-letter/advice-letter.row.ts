import type { BusinessDate, Id } from '@xuncha/domain-kit';
import { AggregateRow, DateColumn, IdColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { AdviceLetter } from './advice-letter.js';

@Entity('advice_letter')
export class AdviceLetterRow extends AggregateRow {
  @TextColumn({ nullable: true }) number!: string | null;
  @IdColumn() organizationId!: Id;
  @IdColumn({ nullable: true }) roundId!: Id | null;
  @TextColumn() subject!: string;
  @TextColumn() cause!: string;
  @TextColumn() advice!: string;
  @JsonColumn({ nullable: true }) files!: AdviceLetter['files'];
  @TextColumn() state!: AdviceLetter['state'];
  @DateColumn() draftedOn!: BusinessDate;
  @DateColumn({ nullable: true }) sentOn!: BusinessDate | null;
  @DateColumn({ nullable: true }) dueOn!: BusinessDate | null;
  @JsonColumn({ nullable: true }) answer!: AdviceLetter['answer'];
  @JsonColumn({ nullable: true }) returned!: AdviceLetter['returned'];
  @JsonColumn() changes!: AdviceLetter['changes'];
  @TextColumn({ nullable: true }) noChange!: string | null;
  @DateColumn({ nullable: true }) closedOn!: BusinessDate | null;
  @JsonColumn({ nullable: true }) withdrawal!: AdviceLetter['withdrawal'];
}
