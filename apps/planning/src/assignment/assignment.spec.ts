import { describe, expect, test } from 'vitest';
import type { Milestone, TeamMember } from '@xuncha/contracts';
import { grid, parseDate, teamIdOf } from '@xuncha/domain-kit';
import * as organization from '../organization/organization.js';
import type { Round } from '../round/round.js';
import * as assignment from './assignment.js';

const on = parseDate('2017-03-01');
const batches = [{ entersOn: on, leavesOn: parseDate('2017-04-20') }];
const round: Round = {
  id: 'r',
  termId: 't',
  name: '第一轮巡察',
  kind: 'routine',
  ways: ['comprehensive'],
  ledBy: 'county',
  joint: false,
  cross: false,
  upgraded: false,
  theme: null,
  leadOrganizationId: null,
  batches,
  examinedSince: parseDate('2012-12-01'),
  examinedUntil: null,
  state: 'teaming',
  number: '瑞巡〔2017〕1号',
  profile: 'national-2017',
  submittedBy: 'office',
  decidedBy: 'leading-group',
  opinion: null,
  approvedOn: parseDate('2017-02-15'),
  closedOn: null,
  cancelReason: null,
};
const registered = (code: string, kind: organization.Description['kind'] = 'village') =>
  organization.register(
    code,
    code,
    { name: `演示${code}`, kind, category: null, villageType: null, divisionCode: null, parentId: null },
    on,
  ).state;
const roles: TeamMember['role'][] = ['leader', 'deputy', 'liaison', 'member', 'member'];
const members = roles.map((role, index) => ({ accountId: `account-${index}`, role }));
const arrangement: assignment.Arrangement = {
  batch: 1,
  designation: '市委第一巡察组',
  organizations: [registered('a'), registered('b')],
};
const plan = (more: Partial<assignment.Arrangement> = {}, within: Partial<Round> = {}) =>
  assignment.plan('x', { ...round, ...within }, { ...arrangement, ...more });
const issuing: assignment.Issue = {
  on,
  organizations: arrangement.organizations,
  team: { members, clearOf: ['a', 'b'] },
  recusals: [],
};
const issued = () => assignment.issue(plan().state, round, issuing).state;
const milestones: Milestone[] = ['entered', 'left', 'reported', 'fedBack', 'caseOpened'];
/** What becomes known, as `a entered`, one after the other. */
const after = (known: readonly string[], start = issued()) =>
  known.reduce(
    ({ state, facts }, text) => {
      const [organizationId, milestone] = text.split(' ') as [string, Milestone];
      const decision = assignment.progress(state, organizationId, milestone, on);
      return {
        state: decision.state,
        facts: [...facts, ...decision.facts.map(({ contract }) => contract.event)],
      };
    },
    { state: start, facts: [] as string[] },
  );
const everything = ['a', 'b'].flatMap((id) => milestones.map((milestone) => `${id} ${milestone}`));

describe('the life of an assignment', () => {
  const actions = {
    change: (it: assignment.Assignment) => assignment.change(it, round, arrangement),
    issue: (it: assignment.Assignment) => assignment.issue(it, round, issuing),
    cancel: (it: assignment.Assignment) => assignment.cancel(it, '机构调整'),
  };
  /** Nor is what talent reports; an assignment that is not out any more, or not yet, keeps the people it has. */
  const replaced = members.slice(1);
  /** What is reported from elsewhere is never refused: the assignment follows as far as its state allows. */
  const follows = { enter: ['a entered'], leave: everything.slice(0, 7), finish: everything };
  const reached = { enter: 'entered', leave: 'left', finish: 'done' };
  test.each(grid(assignment.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const start = { ...issued(), state };
    if (action === 'changeMembers') {
      const { facts } = assignment.changeMembers(start, replaced);
      expect(facts.length > 0).toBe(next !== undefined);
      return;
    }
    if (action in follows) {
      const { facts } = after(follows[action as keyof typeof follows], start);
      expect(facts.includes(reached[action as keyof typeof reached])).toBe(
        next !== undefined || leadsTo(state, action),
      );
      return;
    }
    const attempt = () => actions[action as keyof typeof actions](start).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
  /** With everything known, an assignment goes through the states on its way. */
  function leadsTo(state: string, action: string): boolean {
    const order = ['issued', 'entered', 'left', 'done'];
    const [from, to] = [order.indexOf(state), order.indexOf(reached[action as keyof typeof reached])];
    return from >= 0 && from < to;
  }
});

describe('the team', () => {
  const issue = (more: Partial<assignment.Issue>) =>
    assignment.issue(plan().state, round, { ...issuing, ...more });

  test('is one and the same for all assignments of a designation in a round (rules.md 1)', () => {
    expect(plan().state.teamId).toBe(plan({ organizations: [registered('c')] }).state.teamId);
    expect(plan().state.teamId).toBe(teamIdOf('r', '市委第一巡察组'));
  });

  test('is told to others with its organizations as soon as an assignment is planned, so that its people can be proposed', () => {
    const told = { teamId: teamIdOf('r', '市委第一巡察组'), designation: '市委第一巡察组' };
    expect(plan().facts[0]!.body).toMatchObject({ ...told, organizationIds: ['a', 'b'] });
    const { facts } = assignment.change(plan().state, round, {
      ...arrangement,
      organizations: [registered('c')],
    });
    expect(facts[0]!.body).toMatchObject({ ...told, organizationIds: ['c'] });
  });

  test('is not sent before it is authorized (rules.md 1)', () => {
    expect(() => issue({ team: null })).toThrow('team.not-authorized');
    expect(plan().state.members).toEqual([]);
    expect(issue({}).state.members).toEqual(members);
  });

  test('is sent only to organizations that it was found clear of, and never with a member who must stay away (rules.md 2)', () => {
    expect(() => issue({ team: { members, clearOf: ['a'] } })).toThrow(
      expect.objectContaining({ code: 'team.not-cleared', facts: { organizationId: 'b' } }),
    );
    const recusals = [{ accountId: 'account-3', organizationId: 'b' }];
    expect(() => issue({ recusals })).toThrow('team.member-recused');
  });

  test('is followed when somebody in it is replaced, and that is told with each assignment that is out', () => {
    const replaced = [{ accountId: 'somebody-else', role: 'leader' as const }, ...members.slice(1)];
    const { state, facts } = assignment.changeMembers(issued(), replaced);
    expect(state.members).toEqual(replaced);
    expect(facts[0]!.body).toMatchObject({ teamId: state.teamId, members: replaced });
    expect(assignment.changeMembers(plan().state, replaced).facts).toEqual([]);
  });
});

test('a joint team is sent like any other, and what it finds counts as joint (RA17-6)', () => {
  const joint = { ...round, kind: 'special' as const, theme: 'state-funds', joint: true };
  const { facts } = assignment.issue(plan({}, joint).state, joint, issuing);
  expect(facts[0]!.body).toMatchObject({ members, round: { joint: true, theme: 'state-funds' } });
});

describe('the organizations', () => {
  test('may be a township with its villages (ALL-10), or two of a kind for one team (SP-2)', () => {
    const organizations = [registered('t', 'township'), registered('v1'), registered('v2')];
    expect(plan({ organizations }).state.organizations.map(({ kind }) => kind)).toEqual([
      'township',
      'village',
      'village',
    ]);
  });

  test('are active when planned and still when issued, each named once', () => {
    const gone = organization.dissolve(registered('b'), on).state;
    expect(() => plan({ organizations: [gone] })).toThrow('organization.not-active');
    expect(() => assignment.issue(plan().state, round, { ...issuing, organizations: [gone] })).toThrow(
      'organization.not-active',
    );
    expect(() => plan({ organizations: [registered('a'), registered('a')] })).toThrow(
      'assignment.organization-twice',
    );
  });

  test('are of the kind that the register says when the team is sent', () => {
    const organizations = [registered('a'), registered('b', 'zone')];
    const { facts } = assignment.issue(plan().state, round, { ...issuing, organizations });
    expect(facts[0]!.body).toMatchObject({
      organizations: [
        { organizationId: 'a', kind: 'village' },
        { organizationId: 'b', kind: 'zone' },
      ],
      round: { kind: 'routine', joint: false },
      profile: 'national-2017',
    });
  });
});

test('an assignment is planned while the round is teaming or underway, in one of its batches (NB17-2)', () => {
  expect(plan({}, { state: 'underway' }).state.state).toBe('planned');
  for (const state of ['draft', 'submitted', 'approved', 'reporting', 'closed', 'cancelled'] as const)
    expect(() => plan({}, { state })).toThrow('assignment.round-not-teaming');
  expect(() => plan({ batch: 2 })).toThrow('assignment.batch-unknown');
});

describe('what is reported from site and rectification', () => {
  test('takes the assignment along: entered with the first organization, left with the last', () => {
    expect(after(['a entered']).state.state).toBe('entered');
    expect(after(['a entered', 'a left', 'b entered']).state.state).toBe('entered');
    expect(after(['a entered', 'a left', 'b entered', 'b left']).state.state).toBe('left');
  });

  test('finishes it only when each organization has a report, a feedback and a case (rules.md 12)', () => {
    for (const missing of everything.filter((text) => /reported|fedBack|caseOpened/.test(text)))
      expect(after(everything.filter((text) => text !== missing)).state.state).toBe('left');
    expect(after(everything).state.state).toBe('done');
  });

  test('may become known in any order, and twice, with the same end', () => {
    const { state, facts } = after([...everything].reverse());
    expect(state).toEqual(after(everything).state);
    expect(facts.filter((fact) => fact !== 'progressed')).toEqual(['entered', 'left', 'done']);
    expect(after(everything, state).facts).toEqual([]);
  });

  test('is noted, and no more, where the assignment was cancelled before it became known', () => {
    const cancelled = assignment.cancel(issued(), '机构调整').state;
    const { state, facts } = after(['a entered'], cancelled);
    expect([state.state, facts]).toEqual(['cancelled', ['progressed']]);
  });

  test('of an organization that is not of it is refused', () => {
    expect(() => after(['c entered'])).toThrow('assignment.organization-not-of-it');
  });
});

test('what has not entered falls with its round and for its reason; what has goes on', () => {
  const cancelled: Round = { ...round, state: 'cancelled', cancelReason: '机构调整' };
  expect(assignment.cancelWithRound(issued(), cancelled).state).toMatchObject({
    state: 'cancelled',
    cancelReason: '机构调整',
  });
  const entered = after(['a entered']).state;
  expect(assignment.cancelWithRound(entered, cancelled)).toEqual({ state: entered, facts: [] });
});
