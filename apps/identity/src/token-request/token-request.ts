/** A department's program asked for a token: noted once and never changed. */
import {
  decide,
  tokenRequested,
  type Decision,
  type DepartmentScope,
  type TokenRequestOutcome,
} from '@xuncha/contracts';
import type { Id } from '@xuncha/domain-kit';

export interface TokenRequest {
  readonly id: Id;
  readonly clientId: Id;
  readonly outcome: TokenRequestOutcome;
  /** Of the token; none where it was refused. */
  readonly scopes: readonly DepartmentScope[];
  /** Names the assertion for which the token was given, so that it is good once. */
  readonly assertion: string | null;
  readonly at: Date;
}

export function note(request: TokenRequest): Decision<TokenRequest> {
  const { id: requestId, clientId, outcome } = request;
  return decide(request, tokenRequested({ requestId, clientId, outcome }));
}

/** How a refusal stands in the record. */
const outcomes: Readonly<Record<string, TokenRequestOutcome>> = {
  'client.assertion-expired': 'expired',
  'client.assertion-audience': 'audience',
  'client.assertion-too-long': 'lifetime',
  'client.assertion-replayed': 'replayed',
  'client.not-active': 'notActive',
  'client.scope-refused': 'scope',
};
export function outcomeOf(refusal: string): TokenRequestOutcome {
  return outcomes[refusal] ?? 'refused';
}
