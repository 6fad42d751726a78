import { describe, expect, test } from '@jest/globals';
import { grid } from '@xuncha/domain-kit';
import * as grant from './grant.js';

const given = (role: grant.Given['role'], limits: Partial<grant.Given> = {}): grant.Given => ({
  accountId: 'person',
  role,
  organizationId: null,
  teamId: null,
  roundId: null,
  ...limits,
});
const held = (role: grant.Given['role'], limits: Partial<grant.Given> = {}) =>
  grant.give('g', given(role, limits), []).state;

describe('the life of a grant', () => {
  const actions = { revoke: grant.revoke };
  test.each(grid(grant.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...held('office'), state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('two of the three administrators are never the same account (rules.md 15)', () => {
  expect(() => grant.give('g', given('auditAdministrator'), [held('systemAdministrator')])).toThrow(
    'grant.administrator-apart',
  );
});

test('an administrator gets no role that reads business content, and nobody with such a role becomes one (rules.md 15)', () => {
  expect(() => grant.give('g', given('office'), [held('securityAdministrator')])).toThrow(
    'grant.administrator-apart',
  );
  expect(() => grant.give('g', given('securityAdministrator'), [held('observer')])).toThrow(
    'grant.administrator-apart',
  );
});

test('one person may serve in the office and keep petitions', () => {
  expect(grant.give('g', given('petitionCustodian'), [held('office')]).state.state).toBe('active');
});

test('a leader leads a team, never all of a site', () => {
  expect(() => grant.give('g', given('leader'), [])).toThrow('grant.team-needed');
  expect(grant.give('g', given('leader', { teamId: 't' }), []).state.teamId).toBe('t');
});

test('the head of an organization is that of one organization', () => {
  expect(() => grant.give('g', given('organizationHead'), [])).toThrow('grant.organization-needed');
});

test('whoever signs for clues signs for one organ (rules.md 8)', () => {
  expect(() => grant.give('g', given('organCustodian'), [])).toThrow('grant.organization-needed');
});

test('the same role is not given twice, but for two organizations it is given once each', () => {
  const first = held('organizationLiaison', { organizationId: 'one' });
  expect(() => grant.give('g', given('organizationLiaison', { organizationId: 'one' }), [first])).toThrow(
    'grant.exists',
  );
  const second = grant.give('g', given('organizationLiaison', { organizationId: 'two' }), [first]);
  expect(second.facts[0]!.body).toEqual({
    grantId: 'g',
    accountId: 'person',
    role: 'organizationLiaison',
    organizationId: 'two',
    teamId: undefined,
  });
});
