/** Who can sign in to a site. */
import { accountCreated, accountDisabled, decide, type Decision } from '@xuncha/contracts';
import { defineFlow, step, type Id, type StateOf } from '@xuncha/domain-kit';

export const flow = defineFlow({
  aggregate: 'identity.account',
  initial: 'active',
  states: {
    active: { disable: 'disabled' },
    disabled: {},
  },
});

export interface Account {
  readonly id: Id;
  /** What the person types; unique within the site. */
  readonly account: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly state: StateOf<typeof flow>;
}

export function create(
  id: Id,
  facts: { account: string; name: string; passwordHash: string },
): Decision<Account> {
  return decide({ id, ...facts, state: flow.initial }, accountCreated({ accountId: id }));
}

export function disable(account: Account): Decision<Account> {
  const state = step(flow, account.state, 'disable');
  return decide({ ...account, state }, accountDisabled({ accountId: account.id }));
}
