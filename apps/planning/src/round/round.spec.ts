import { describe, expect, test } from 'vitest';
import { grid, parseDate } from '@xuncha/domain-kit';
import * as organization from '../organization/organization.js';
import * as term from '../term/term.js';
import * as round from './round.js';

const day = parseDate;
const proposed = term.propose('t', { name: '第十四届', firstDay: day('2017-01-01') }, [], 'office').state;
const inTerm: round.Frame = { term: term.approve(proposed, [], 'leading-group').state, lead: null };
const batch = (entersOn: string, leavesOn: string) => ({ entersOn: day(entersOn), leavesOn: day(leavesOn) });
const description: round.Description = {
  name: '第一轮巡察',
  kind: 'routine',
  ways: ['comprehensive'],
  ledBy: 'county',
  joint: false,
  cross: false,
  upgraded: false,
  theme: null,
  leadOrganizationId: null,
  batches: [batch('2017-03-01', '2017-04-20')],
  examinedSince: day('2012-12-01'),
  examinedUntil: null,
};
const approval: round.Approval = {
  profile: 'national-2017',
  number: '瑞巡〔2017〕1号',
  opinion: null,
  by: 'leading-group',
  on: day('2017-02-15'),
};
const drafted = (more: Partial<round.Description> = {}, frame = inTerm) =>
  round.draft('r', frame, { ...description, ...more }).state;
const submitted = () => round.submit(drafted(), 'office').state;
const underway = (batches = description.batches): round.Round => ({
  ...drafted(),
  batches,
  state: 'underway',
});
const standing = (state: round.Standing['state'], batch = 1): round.Standing => ({ state, batch });

describe('the life of a round', () => {
  const actions = {
    change: (it: round.Round) => round.change(it, inTerm, description),
    submit: (it: round.Round) => round.submit(it, 'office'),
    return: (it: round.Round) => round.sendBack(it, '增加村级对象', 'leading-group'),
    approve: (it: round.Round) => round.approve(it, inTerm.term, approval),
    startTeaming: round.startTeaming,
    reschedule: (it: round.Round) => round.reschedule(it, inTerm.term, description.batches, []),
    close: (it: round.Round) => round.close(it, [], day('2017-12-01')),
    cancel: (it: round.Round) => round.cancel(it, '机构调整'),
  };
  /** What follows from the assignments is never refused: it happens or it does not. */
  const follows = {
    enter: round.begin,
    leave: (it: round.Round) => round.settle(it, [standing('left')]),
  };
  test.each(grid(round.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => ({ ...actions, ...follows })[action]({ ...drafted(), state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else if (action in follows) expect(attempt()).toBe(state);
    else expect(attempt).toThrow('flow.refused');
  });
});

describe('approval', () => {
  test('is not given by whoever submitted the round', () => {
    expect(() => round.approve(submitted(), inTerm.term, { ...approval, by: 'office' })).toThrow(
      'round.approved-by-submitter',
    );
  });

  test('chooses the profile that stays with everything that grows from the round, and gives the number', () => {
    const { state, facts } = round.approve(submitted(), inTerm.term, approval);
    expect(state).toMatchObject({
      number: '瑞巡〔2017〕1号',
      profile: 'national-2017',
      approvedOn: '2017-02-15',
    });
    expect(facts[0]!.body).toMatchObject({ kind: 'routine', theme: null, profile: 'national-2017' });
    expect(() => round.approve(submitted(), inTerm.term, { ...approval, profile: 'national-1999' })).toThrow(
      'profile.unknown',
    );
  });

  test('waits for that of the term, and looks at its dates again', () => {
    expect(() => round.approve(submitted(), proposed, approval)).toThrow('round.term-not-approved');
    const shorter = { ...inTerm.term, lastDay: day('2017-04-19') };
    expect(() => round.approve(submitted(), shorter, approval)).toThrow('round.outside-term');
  });
});

describe('the dates of a round', () => {
  test('lie within its term', () => {
    for (const outside of [batch('2016-12-31', '2017-01-20'), batch('2021-12-01', '2022-01-01')])
      expect(() => drafted({ batches: [outside] })).toThrow('round.outside-term');
    expect(drafted({ batches: [batch('2017-01-01', '2021-12-31')] }).state).toBe('draft');
  });

  test('allow two batches with separate entries, one after the other (NB17-2)', () => {
    const [first, second] = [batch('2017-03-01', '2017-03-30'), batch('2017-04-05', '2017-05-05')];
    expect(drafted({ batches: [first, second] }).batches).toHaveLength(2);
    expect(() => drafted({ batches: [second, first] })).toThrow('round.batches-disordered');
    expect(() => drafted({ batches: [batch('2017-03-02', '2017-03-01')] })).toThrow('round.batch-backwards');
  });

  test('name the period under examination, which may have an end (NB17-18)', () => {
    expect(drafted({ examinedUntil: day('2017-02-28') }).examinedSince).toBe('2012-12-01');
    expect(() => drafted({ examinedUntil: day('2012-11-30') })).toThrow('round.examined-backwards');
  });

  test('slip, but a batch with an assignment stays', () => {
    const later = [batch('2017-03-08', '2017-04-27')];
    expect(round.reschedule(underway(), inTerm.term, later, [standing('issued')]).state.batches).toEqual(
      later,
    );
    expect(() => round.reschedule(underway(), inTerm.term, later, [standing('planned', 2)])).toThrow(
      'round.batch-in-use',
    );
    const freed = round.reschedule(underway(), inTerm.term, later, [standing('cancelled', 2)]);
    expect(freed.state.batches).toHaveLength(1);
  });
});

describe('what a round is about', () => {
  test('a special round has a theme, a routine one has none', () => {
    expect(() => drafted({ kind: 'special' })).toThrow('round.theme-missing');
    expect(() => drafted({ theme: 'poverty-relief' })).toThrow('round.theme-of-routine');
    expect(drafted({ kind: 'special', theme: 'poverty-relief' }).theme).toBe('poverty-relief');
  });

  test('several ways are combined in one round (HZ16-1), each once', () => {
    expect(drafted({ ways: ['comprehensive', 'extended'] }).ways).toHaveLength(2);
    expect(() => drafted({ ways: ['extended', 'extended'] })).toThrow('round.way-twice');
  });

  test('a round that a township leads itself names the township (RA17-7), others name none', () => {
    const registered = (kind: organization.Description['kind']) =>
      organization.register(
        'o',
        'o',
        { name: '演示镇', kind, category: null, villageType: null, divisionCode: null, parentId: null },
        day('2017-01-03'),
      ).state;
    const ledBy = { ledBy: 'township' as const };
    expect(drafted(ledBy, { ...inTerm, lead: registered('township') }).ledBy).toBe('township');
    expect(() => drafted(ledBy)).toThrow('round.lead-organization');
    expect(() => drafted(ledBy, { ...inTerm, lead: registered('county') })).toThrow(
      'round.lead-organization',
    );
    expect(() => drafted({}, { ...inTerm, lead: registered('township') })).toThrow('round.lead-organization');
    const gone = organization.dissolve(registered('township'), day('2017-02-01')).state;
    expect(() => drafted(ledBy, { ...inTerm, lead: gone })).toThrow('organization.not-active');
  });
});

describe('reporting begins', () => {
  const settled = (batches: number, ...standings: round.Standing[]) =>
    round.settle(underway(Array.from({ length: batches }, () => description.batches[0]!)), standings).state
      .state;

  test('when every assignment that was not cancelled has left', () => {
    expect(settled(1, standing('left'), standing('done'), standing('cancelled'))).toBe('reporting');
    for (const open of ['planned', 'issued', 'entered'] as const)
      expect(settled(1, standing('left'), standing(open))).toBe('underway');
  });

  test('not before the second batch was on site, too (NB17-2)', () => {
    expect(settled(2, standing('left', 1))).toBe('underway');
    expect(settled(2, standing('left', 1), standing('cancelled', 2))).toBe('underway');
    expect(settled(2, standing('left', 1), standing('left', 2))).toBe('reporting');
  });
});

test('a round is closed only when every assignment has reported, given feedback and opened a case, or was cancelled (rules.md 12)', () => {
  const reporting: round.Round = { ...drafted(), state: 'reporting' };
  const close = (...standings: round.Standing[]) =>
    round.close(reporting, standings, day('2017-12-01')).state;
  for (const open of ['planned', 'issued', 'entered', 'left'] as const)
    expect(() => close(standing('done'), standing(open))).toThrow('round.assignments-open');
  expect(close(standing('done'), standing('cancelled'))).toMatchObject({
    state: 'closed',
    closedOn: '2017-12-01',
  });
});
