import { describe, expect, test } from 'vitest';
import { administratorRoles, roleNames, type Role } from '@xuncha/contracts';
import { grid, parseDate } from '@xuncha/domain-kit';
import * as grant from './grant.js';

const given = (role: grant.Given['role'], limits: Partial<grant.Given> = {}): grant.Given => ({
  accountId: 'person',
  role,
  organizationId: null,
  teamId: null,
  roundId: null,
  from: null,
  until: null,
  ...limits,
});
const today = parseDate('2017-03-20');
const give = (wanted: grant.Given, others: readonly grant.Given[] = [], on = today) =>
  grant.give('g', wanted, { others, today: on });
const held = (role: grant.Given['role'], limits: Partial<grant.Given> = {}) =>
  give(given(role, limits)).state;

describe('the life of a grant', () => {
  const actions = { revoke: grant.revoke };
  test.each(grid(grant.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...held('office'), state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

const limits = { teamId: 't', organizationId: 'o' };
const mixed = administratorRoles.flatMap((one) =>
  roleNames.flatMap((other): [Role, Role][] => [
    [one, other],
    [other, one],
  ]),
);
test.each(mixed.filter(([first, then]) => first !== then))(
  'whoever is %s does not become %s (rules.md 15)',
  (first, then) => {
    expect(() => give(given(then, limits), [held(first, limits)])).toThrow('grant.administrator-apart');
  },
);

test('one of the three is made and ended by two administrators, everybody else by one (rules.md 15)', () => {
  for (const role of roleNames) {
    const attempt = () => grant.refuseAdministrator(given(role));
    if (grant.isAdministrator(given(role))) expect(attempt).toThrow('administrator.second-needed');
    else expect(attempt).not.toThrow();
  }
});

test('a site keeps one of each administrator, and who is there until some day or from a later one does not count', () => {
  const leaving = held('auditAdministrator');
  const refuse = (...others: Partial<grant.Given>[]) =>
    grant.refuseLast(
      leaving,
      others.map((other) => held('auditAdministrator', other)),
      today,
    );
  expect(() => refuse()).toThrow('administrator.last-of-kind');
  expect(() => refuse({ until: parseDate('2017-12-31') })).toThrow('administrator.last-of-kind');
  expect(() => refuse({ from: parseDate('2017-03-21') })).toThrow('administrator.last-of-kind');
  expect(() => refuse({}, { until: today })).not.toThrow();
});

describe('a grant from one day until another', () => {
  const [monday, friday] = [parseDate('2017-03-20'), parseDate('2017-03-24')];
  const week = { from: monday, until: friday };

  test('says so to every service', () => {
    expect(give(given('office', week)).facts[0]!.body).toMatchObject(week);
  });
  test('does not end before it begins, nor in the past', () => {
    const backwards = given('office', { from: friday, until: monday });
    expect(() => give(backwards)).toThrow('grant.dates-reversed');
    expect(() => give(given('office', week), [], parseDate('2017-03-25'))).toThrow('grant.over-already');
    expect(() => give(given('office', week), [], friday)).not.toThrow();
  });
  test('is in the way of none that comes after it, also of another kind', () => {
    const administrator = held('auditAdministrator', week);
    const later = (on: string) => () => give(given('office'), [administrator], parseDate(on));
    expect(later('2017-03-24')).toThrow('grant.administrator-apart');
    expect(later('2017-03-25')).not.toThrow();
  });
});

test('one person may serve in the office and keep petitions', () => {
  expect(give(given('petitionCustodian'), [held('office')]).state.state).toBe('active');
});

test('a leader leads a team, never all of a site', () => {
  expect(() => give(given('leader'))).toThrow('grant.team-needed');
  expect(give(given('leader', { teamId: 't' })).state.teamId).toBe('t');
});

test('the head of an organization is that of one organization', () => {
  expect(() => give(given('organizationHead'))).toThrow('grant.organization-needed');
});

test('whoever signs for clues signs for one organ (rules.md 8)', () => {
  expect(() => give(given('organCustodian'))).toThrow('grant.organization-needed');
});

test('the same role is not given twice, but for two organizations it is given once each', () => {
  const first = held('organizationLiaison', { organizationId: 'one' });
  expect(() => give(given('organizationLiaison', { organizationId: 'one' }), [first])).toThrow(
    'grant.exists',
  );
  const second = give(given('organizationLiaison', { organizationId: 'two' }), [first]);
  expect(second.facts[0]!.body).toEqual({
    grantId: 'g',
    accountId: 'person',
    role: 'organizationLiaison',
    organizationId: 'two',
    teamId: undefined,
  });
});
