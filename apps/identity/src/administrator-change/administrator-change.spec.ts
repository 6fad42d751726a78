import { describe, expect, test } from 'vitest';
import { administratorRoles, type AdministratorRole } from '@xuncha/contracts';
import { grid, parseDate } from '@xuncha/domain-kit';
import * as change from './administrator-change.js';

const [system, security, audit] = administratorRoles.map((role) => ({ id: role.slice(0, 5), role })) as [
  change.Administrator,
  change.Administrator,
  change.Administrator,
];
const on = parseDate('2017-03-20');
const subject: change.Subject = { what: 'dismiss', accountId: 'third' };
const propose = (
  about: change.Subject = subject,
  others: readonly change.AdministratorChange[] = [],
  day = on,
) => change.propose('c', about, { by: system, on: day, others });
const proposed = propose().state;

describe('the life of a change', () => {
  const actions = {
    confirm: (it: change.AdministratorChange) => change.confirm(it, security, on),
    reject: (it: change.AdministratorChange) => change.reject(it, security),
    withdraw: (it: change.AdministratorChange) => change.withdraw(it, system),
  };
  test.each(grid(change.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...proposed, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

describe('an administrator is made or ended by two of different kinds (rules.md 15)', () => {
  test('either of the other two kinds confirms, and the journal says who proposed and who confirmed', () => {
    for (const by of [security, audit])
      expect(change.confirm(proposed, by, on).facts[0]!.body).toEqual({
        changeId: 'c',
        proposedBy: system.id,
        confirmedBy: by.id,
        confirmedAs: by.role,
      });
  });

  const second = (id: string, role: AdministratorRole) => () => change.confirm(proposed, { id, role }, on);
  test('whoever proposed it does not confirm it, whatever they are by now', () => {
    expect(second(system.id, 'systemAdministrator')).toThrow('administrator.same-kind');
    expect(second(system.id, 'auditAdministrator')).toThrow('administrator.same-kind');
  });
  test('nor does another of the same kind', () => {
    expect(second('colleague', 'systemAdministrator')).toThrow('administrator.same-kind');
  });
  test('nor, nor rejects it, the one whom it concerns', () => {
    expect(second('third', 'auditAdministrator')).toThrow('administrator.own-change');
    const concerned = { id: 'third', role: audit.role };
    expect(() => change.reject(proposed, concerned)).toThrow('administrator.own-change');
  });
  test('nobody proposes what concerns themselves', () => {
    expect(() => propose({ what: 'disable', accountId: system.id })).toThrow('administrator.own-change');
  });
  test('only who proposed it withdraws it', () => {
    expect(() => change.withdraw(proposed, audit)).toThrow('administrator.not-proposer');
  });
});

test('a proposal lapses when seven days have passed', () => {
  expect(() => change.confirm(proposed, audit, parseDate('2017-03-27'))).not.toThrow();
  expect(() => change.confirm(proposed, audit, parseDate('2017-03-28'))).toThrow(
    'administrator.change-lapsed',
  );
});

test('for one account there is one proposal at a time, unless it has lapsed or was decided', () => {
  expect(() => propose(subject, [proposed])).toThrow('administrator.change-open');
  expect(() => propose(subject, [proposed], parseDate('2017-03-28'))).not.toThrow();
  expect(() => propose(subject, [change.reject(proposed, audit).state])).not.toThrow();
});

test('what is told about a new site names no one', () => {
  const person = { account: 'first', name: '演示管理员' };
  const administrators = { system: person, security: person, audit: person };
  const opening = { code: '330382', name: '演示市', abbreviation: '演', administrators };
  expect(propose({ what: 'openSite', opening }).facts[0]!.body).toEqual({
    changeId: 'c',
    what: 'openSite',
    site: '330382',
    proposedBy: system.id,
    proposedAs: 'systemAdministrator',
  });
});
