/** An organization that an account must stay away from, because of a former post or kin (rules.md 2). */
import { decide, recusalDeclared, recusalLifted, type Decision } from '@xuncha/contracts';
import { defineFlow, refuseIf, step, type Id, type StateOf } from '@xuncha/domain-kit';

export const flow = defineFlow({
  aggregate: 'identity.recusal',
  initial: 'declared',
  states: {
    declared: { lift: 'lifted' },
    lifted: {},
  },
});

export interface Recusal {
  readonly id: Id;
  readonly accountId: Id;
  readonly organizationId: Id;
  readonly reason: string;
  readonly liftedBecause: string | null;
  readonly state: StateOf<typeof flow>;
}

/** `others` are the standing recusals of the account. */
export function declare(
  id: Id,
  { accountId, organizationId, reason }: Pick<Recusal, 'accountId' | 'organizationId' | 'reason'>,
  others: readonly Recusal[],
): Decision<Recusal> {
  refuseIf(
    others.some((other) => other.organizationId === organizationId),
    'recusal.exists',
  );
  const fact = recusalDeclared({ recusalId: id, accountId, organizationId });
  return decide({ id, accountId, organizationId, reason, liftedBecause: null, state: flow.initial }, fact);
}

export function lift(recusal: Recusal, reason: string): Decision<Recusal> {
  const state = step(flow, recusal.state, 'lift');
  return decide({ ...recusal, state, liftedBecause: reason }, recusalLifted({ recusalId: recusal.id }));
}
