import { describe, expect, test } from 'vitest';
import type { ProposedMember, RecusalReason } from '@xuncha/contracts';
import { customize, grid, parseDate, profileOf, teamIdOf, type Profile } from '@xuncha/domain-kit';
import type { Bench, Examined } from './members.js';
import * as team from './team.js';

const on = parseDate('2017-03-01');
const later = parseDate('2017-03-20');
const roles: ProposedMember['role'][] = ['leader', 'deputy', 'liaison', 'member', 'member'];
const seated = (roles: ProposedMember['role'][]) =>
  roles.map((role, seat) => ({ inspectorId: `person-${seat}`, role }));
const members = seated(roles);
const proposal = { roundId: 'round', designation: '市委第一巡察组', members };
const ids = (people: readonly ProposedMember[]) => people.map(({ inspectorId }) => inspectorId);
const examined = (
  people: readonly ProposedMember[],
  ...breached: [string, string, RecusalReason][]
): Examined[] =>
  ids(people).flatMap((inspectorId) =>
    ['village', 'bureau'].map((organizationId) => ({
      inspectorId,
      organizationId,
      entered: false,
      reasons: breached.flatMap(([who, where, why]) =>
        who === inspectorId && where === organizationId ? [why] : [],
      ),
    })),
  );
const bench = (more: Partial<Bench> = {}, people: readonly ProposedMember[] = members): Bench => ({
  profile: profileOf('national-2017'),
  people: new Map(
    ids(people).map((id) => [id, { state: 'inPool', rank: 'section', accountId: `account of ${id}` }]),
  ),
  elsewhere: [],
  examined: examined(people),
  ...more,
});
const breached = (...breaches: [string, string, RecusalReason][]) =>
  bench({ examined: examined(members, ...breaches) });
const propose = (people: readonly ProposedMember[] = members, more: Partial<Bench> = {}) =>
  team.propose({ ...proposal, members: people }, bench(more, people), 'office');
const proposed = () => propose().state;
const office = { by: 'office', on };
const group = { by: 'leading-group', on };
const authorized = () => team.authorize(team.check(proposed(), bench(), office).state, bench(), group).state;
const replaced = [{ inspectorId: 'newcomer', role: 'leader' as const }, ...members.slice(1)];
const replacing = { ...group, on: later, reason: '工作调动' };

describe('the life of a team', () => {
  const actions = {
    propose: (it: team.Team) => team.propose(proposal, bench(), 'office', it),
    change: (it: team.Team) => team.change(it, members, bench(), 'office'),
    check: (it: team.Team) => team.check(it, bench(), office),
    authorize: (it: team.Team) => team.authorize(it, bench(), group),
    replace: (it: team.Team) => team.replace(it, replaced, bench({}, replaced), replacing),
    withdraw: (it: team.Team) => team.withdraw(it, '方案调整'),
  };
  /** What is reported from elsewhere is never refused: the team follows where its state allows. */
  const follows = {
    recheck: (it: team.Team) => team.recheck(it, breached(['person-1', 'bureau', 'kin']), later),
    enter: team.enter,
    release: (it: team.Team) => team.endWithRound(it, later),
  };
  test.each(grid(team.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const start = { ...authorized(), state };
    if (action in follows) {
      const { state: after, facts } = follows[action as keyof typeof follows](start);
      if (next) expect([after.state, facts.length]).toEqual([next, 1]);
      else if (action === 'release' && (state === 'proposed' || state === 'checked'))
        expect([after.state, facts.length]).toEqual(['withdrawn', 1]);
      else expect([after.state, facts.length]).toEqual([state, 0]);
      return;
    }
    const attempt = () => actions[action as keyof typeof actions](start).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

describe('the members', () => {
  test('are as many as the profile of the round says (rules.md team.size)', () => {
    expect(() => propose(members.slice(0, 4))).toThrow('team.size');
    const nine = seated([...roles, 'member', 'member', 'member', 'member']);
    expect(() => propose(nine)).toThrow('team.size');
    expect(propose(nine.slice(0, 8)).state.members).toHaveLength(8);
  });

  test('are exactly one leader, one or two deputies and others, nobody twice', () => {
    const having = (...roles: ProposedMember['role'][]) => propose(seated(roles));
    expect(() => having('leader', 'leader', 'deputy', 'member', 'member')).toThrow('team.one-leader');
    expect(() => having('deputy', 'member', 'member', 'member', 'member')).toThrow('team.one-leader');
    expect(() => having('leader', 'member', 'member', 'member', 'member')).toThrow('team.deputies');
    expect(() => having('leader', 'deputy', 'deputy', 'deputy', 'member')).toThrow('team.deputies');
    expect(() => propose([...members, members[4]!])).toThrow('team.member-twice');
  });

  test('are a leader, a deputy and 5 to 6 others, the leader from given ranks, where a profile says so (WH17-1)', () => {
    const wuhan: Profile = customize(profileOf('national-2017'), 'wuhan-2017', {
      limits: {
        'team.size': { least: 7, most: 8 },
        'team.ranks': { leader: ['division'], deputy: ['deputyDivision', 'division'] },
      },
    });
    const seven = seated([...roles, 'member', 'member']);
    const ranked = (leader: string, deputy: string) => {
      const people = new Map(bench({}, seven).people);
      people.set('person-0', { ...people.get('person-0')!, rank: leader as 'division' });
      people.set('person-1', { ...people.get('person-1')!, rank: deputy as 'division' });
      return propose(seven, { profile: wuhan, people });
    };
    expect(ranked('division', 'deputyDivision').state.members).toHaveLength(7);
    expect(() => ranked('section', 'deputyDivision')).toThrow('team.rank');
    expect(() => ranked('division', 'section')).toThrow('team.rank');
    expect(() => propose(members, { profile: wuhan })).toThrow('team.size');
  });

  test('may be lent by the city to a county’s team; it is told, so that a county counts its own alone (RA17-6)', () => {
    const joint = members.map((member, seat) => (seat < 3 ? member : { ...member, lent: true }));
    const checked = team.check(propose(joint).state, bench({}, joint), office).state;
    const { facts } = team.authorize(checked, bench({}, joint), group);
    expect(facts[0]!.body).toMatchObject({ members: joint });
  });

  test('are in the pool, and in one team at a time', () => {
    for (const state of ['candidate', 'suspended', 'left'] as const) {
      const people = new Map(bench().people);
      people.set('person-2', { state, rank: 'section', accountId: null });
      expect(() => propose(members, { people })).toThrow('team.member-not-in-pool');
    }
    const elsewhere = [{ inspectorId: 'person-3', teamId: 'other' }];
    expect(() => propose(members, { elsewhere })).toThrow(
      expect.objectContaining({ code: 'team.member-elsewhere', facts: elsewhere[0] }),
    );
  });

  test('are told to others by record and account with the authorization, and each needs an account by then', () => {
    const { facts } = team.authorize(team.check(proposed(), bench(), office).state, bench(), group);
    expect(facts[0]!.body).toMatchObject({
      teamId: teamIdOf('round', '市委第一巡察组'),
      members: members.map((member) => ({ ...member, accountId: `account of ${member.inspectorId}` })),
      clearOf: ['bureau', 'village'],
    });
    const people = new Map(bench().people);
    people.set('person-2', { state: 'inPool', rank: 'section', accountId: null });
    const checked = team.check(proposed(), bench({ people }), office).state;
    expect(() => team.authorize(checked, bench({ people }), group)).toThrow(
      expect.objectContaining({ code: 'team.member-without-account', facts: { inspectorIds: ['person-2'] } }),
    );
  });
});

describe('a team is authorized once per round, and its authority ends with the round (rules.md 1)', () => {
  test('by somebody else than who proposed it', () => {
    const checked = team.check(proposed(), bench(), office).state;
    expect(() => team.authorize(checked, bench(), office)).toThrow('team.authorized-by-proposer');
  });

  test('not again, and not without a check of the people as they are now', () => {
    expect(() => team.authorize(authorized(), bench(), group)).toThrow('flow.refused');
    const checked = team.check(proposed(), bench(), office).state;
    const changed = team.change(checked, members, bench(), 'office').state;
    expect(() => team.authorize(changed, bench(), group)).toThrow('flow.refused');
  });

  test('until the round closes', () => {
    const { state, facts } = team.endWithRound(team.enter(authorized()).state, later);
    expect(state).toMatchObject({ state: 'released', releasedOn: later });
    expect(facts[0]!.body).toMatchObject({ on: later });
    expect(team.hasAuthority(state)).toBe(false);
    expect(() => team.replace(state, replaced, bench({}, replaced), replacing)).toThrow('flow.refused');
  });

  test('proposed anew after it was withdrawn, it begins from nothing', () => {
    const withdrawn = team.withdraw(team.check(proposed(), bench(), office).state, '方案调整').state;
    expect(withdrawn.withdrawReason).toBe('方案调整');
    expect(team.propose(proposal, bench(), 'office', withdrawn).state).toEqual(proposed());
  });
});

describe('nobody is in a team that inspects where they must not go: a breach blocks (rules.md 2, HZ16-6)', () => {
  const kin = breached(['person-1', 'bureau', 'kin'], ['person-4', 'village', 'place']);
  const facts = {
    breaches: [
      { inspectorId: 'person-1', organizationId: 'bureau', reasons: ['kin'] },
      { inspectorId: 'person-4', organizationId: 'village', reasons: ['place'] },
    ],
  };
  const refused = expect.objectContaining({ code: 'team.recused', facts });

  test('when proposed, changed, checked and authorized, all of them told at once', () => {
    expect(() => team.propose(proposal, kin, 'office')).toThrow(refused);
    expect(() => team.change(proposed(), members, kin, 'office')).toThrow(refused);
    expect(() => team.check(proposed(), kin, office)).toThrow(refused);
    const checked = team.check(proposed(), bench(), office).state;
    expect(() => team.authorize(checked, kin, group)).toThrow(refused);
  });

  test('and a check against no organization is none', () => {
    expect(() => team.check(proposed(), bench({ examined: [] }), office)).toThrow('team.without-assignment');
  });

  test('a breach found later takes the organization from those that the team may be sent to, until it is gone', () => {
    const { state, facts: told } = team.recheck(authorized(), kin, later);
    expect([state.clearOf, told.map(({ contract }) => contract.event)]).toEqual([[], ['rechecked']]);
    const one = team.recheck(state, breached(['person-1', 'bureau', 'kin']), later).state;
    expect(one.clearOf).toEqual(['village']);
    expect(team.recheck(one, bench(), later).state.clearOf).toEqual(['bureau', 'village']);
    expect(team.recheck(authorized(), bench(), later).facts).toEqual([]);
  });
});

describe('replacing a member of an authorized team', () => {
  test('is authorized with its reason, and tells the whole team as it is now', () => {
    const { state, facts } = team.replace(authorized(), replaced, bench({}, replaced), replacing);
    const { by, reason } = replacing;
    expect(state.replacements).toEqual([{ on: later, by, reason, left: ['person-0'], joined: ['newcomer'] }]);
    expect(facts[0]!.contract.event).toBe('changed');
    expect(facts[0]!.body).toMatchObject({
      on: later,
      members: state.members,
      clearOf: ['bureau', 'village'],
    });
  });

  test('asks of who comes what the authorization asked of all (rules.md 2)', () => {
    const newcomers = examined(replaced, ['newcomer', 'bureau', 'unit']);
    const attempt = (more: Partial<Bench>) => () =>
      team.replace(authorized(), replaced, bench(more, replaced), replacing);
    expect(attempt({ examined: newcomers })).toThrow('team.recused');
    expect(attempt({ elsewhere: [{ inspectorId: 'newcomer', teamId: 'other' }] })).toThrow(
      'team.member-elsewhere',
    );
    const people = new Map(bench({}, replaced).people);
    people.set('newcomer', { state: 'inPool', rank: 'section', accountId: null });
    expect(attempt({ people })).toThrow('team.member-without-account');
  });

  test('is not held up by what was found of somebody who stays', () => {
    const found = examined(replaced, ['person-1', 'bureau', 'kin']);
    const { state } = team.replace(authorized(), replaced, bench({ examined: found }, replaced), replacing);
    expect(state.clearOf).toEqual(['village']);
  });

  test('may give those who stay other roles, but changes something', () => {
    const swapped = seated(['deputy', 'leader', 'liaison', 'member', 'member']);
    const { state } = team.replace(authorized(), swapped, bench(), replacing);
    expect(state.members.map(({ role }) => role)).toEqual(ids(swapped).map((_, seat) => swapped[seat]!.role));
    expect(() => team.replace(authorized(), members, bench(), replacing)).toThrow('team.unchanged');
  });

  test('whoever has another account now gets the rights of the team there', () => {
    const people = new Map(bench().people);
    people.set('person-2', { state: 'inPool', rank: 'section', accountId: 'new account' });
    const { state, facts } = team.recheck(authorized(), bench({ people }), later);
    expect(state.members[2]!.accountId).toBe('new account');
    expect(facts.map(({ contract }) => contract.event)).toEqual(['changed']);
  });
});
