/** Who can sign in to a site. Nobody but the person ever knows the password: they set it with a code that is good once. */
import {
  accountCreated,
  accountDisabled,
  accountInvited,
  passwordSet,
  decide,
  passwordChanged,
  secondFactorSet,
  type Decision,
} from '@xuncha/contracts';
import { defineFlow, refuseIf, refuseUnless, step, type Id, type StateOf } from '@xuncha/domain-kit';

export const flow = defineFlow({
  aggregate: 'identity.account',
  initial: 'active',
  states: {
    active: {
      invite: 'active',
      setUp: 'active',
      changePassword: 'active',
      setSecondFactor: 'active',
      disable: 'disabled',
    },
    disabled: {},
  },
});

/** What is kept of a set-up code. */
export interface Invitation {
  readonly setUpHash: string;
  readonly setUpUntil: Date;
}
export interface Account {
  readonly id: Id;
  /** What the person types; unique within the site. */
  readonly account: string;
  readonly name: string;
  /** Null until the person has set one. */
  readonly passwordHash: string | null;
  readonly setUpHash: string | null;
  readonly setUpUntil: Date | null;
  readonly hasSecondFactor: boolean;
  readonly state: StateOf<typeof flow>;
}

export function create(
  id: Id,
  facts: { account: string; name: string },
  invitation: Invitation,
): Decision<Account> {
  const { account, name } = facts;
  const state = { id, account, name, ...invitation, passwordHash: null, hasSecondFactor: false };
  return decide({ ...state, state: flow.initial }, accountCreated({ accountId: id }));
}

/** Whatever let the person in before does so no more. */
export function invite(account: Account, invitation: Invitation): Decision<Account> {
  const state = step(flow, account.state, 'invite');
  const reset = { ...account, ...invitation, passwordHash: null, hasSecondFactor: false, state };
  return decide(reset, accountInvited({ accountId: account.id }));
}

export function setUp(
  account: Account,
  { setUpHash, passwordHash }: { setUpHash: string; passwordHash: string },
  now: Date,
): Decision<Account> {
  const state = step(flow, account.state, 'setUp');
  const isOpen = account.setUpUntil !== null && now < account.setUpUntil;
  refuseUnless(isOpen && account.setUpHash === setUpHash, 'account.code-refused');
  return decide(
    { ...account, passwordHash, setUpHash: null, setUpUntil: null, state },
    passwordSet({ accountId: account.id }),
  );
}

export function changePassword(account: Account, passwordHash: string): Decision<Account> {
  const state = step(flow, account.state, 'changePassword');
  return decide({ ...account, passwordHash, state }, passwordChanged({ accountId: account.id }));
}

export function setSecondFactor(account: Account): Decision<Account> {
  const state = step(flow, account.state, 'setSecondFactor');
  refuseIf(account.hasSecondFactor, 'account.second-factor-set');
  return decide({ ...account, hasSecondFactor: true, state }, secondFactorSet({ accountId: account.id }));
}

export function disable(account: Account): Decision<Account> {
  const state = step(flow, account.state, 'disable');
  return decide({ ...account, state }, accountDisabled({ accountId: account.id }));
}
