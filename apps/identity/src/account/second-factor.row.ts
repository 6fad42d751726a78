import { NumberColumn, SealedColumn } from '@xuncha/service-kit';
import { Entity, PrimaryColumn } from 'typeorm';

/** Beside the account, whose every version is an event: the last code that was taken changes with every sign-in. */
@Entity('second_factor')
export class SecondFactorRow {
  @PrimaryColumn({ type: 'binary', length: 16 })
  accountId!: Buffer;
  /** With the account's own key. */
  @SealedColumn() secret!: Buffer;
  /** Of the last code that was taken; none up to it is good again. */
  @NumberColumn() lastStep!: number;
}
