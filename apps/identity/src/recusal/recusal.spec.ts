import { describe, expect, test } from 'vitest';
import { grid } from '@xuncha/domain-kit';
import * as recusal from './recusal.js';

const about = { accountId: 'person', organizationId: 'unit', reason: '三年内曾任职' };
const declared = recusal.declare('r', about, []);

describe('the life of a recusal', () => {
  const actions = { lift: (it: recusal.Recusal) => recusal.lift(it, '任职已满三年') };
  test.each(grid(recusal.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...declared.state, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('why a person stays away is kept and not told to other services', () => {
  expect(declared.state.reason).toBe('三年内曾任职');
  expect(declared.facts[0]!.body).toEqual({ recusalId: 'r', accountId: 'person', organizationId: 'unit' });
  expect(recusal.lift(declared.state, '任职已满三年').state.liftedBecause).toBe('任职已满三年');
});

test('a person is recused from an organization once', () => {
  expect(() => recusal.declare('s', about, [declared.state])).toThrow('recusal.exists');
  expect(() => recusal.declare('s', { ...about, organizationId: 'other' }, [declared.state])).not.toThrow();
});
