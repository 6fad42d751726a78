import type { DepartmentScope } from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';
import { AggregateRow, IdColumn, InstantColumn, JsonColumn, TextColumn } from '@xuncha/service-kit';
import { Entity } from 'typeorm';
import type { TokenRequest } from './token-request.js';

@Entity('token_request')
export class TokenRequestRow extends AggregateRow {
  @IdColumn() clientId!: Id;
  @TextColumn() outcome!: TokenRequest['outcome'];
  @JsonColumn() scopes!: readonly DepartmentScope[];
  @TextColumn({ nullable: true }) assertion!: string | null;
  @InstantColumn() at!: Date;
}
