import type { CluePart } from '@xuncha/contracts';
import { LookRow, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';

/** Whoever reads what is sealed says what for. */
@Entity('look')
export class ClueLookRow extends LookRow<CluePart> {
  @TextColumn({ nullable: true }) purpose!: string | null;
}
