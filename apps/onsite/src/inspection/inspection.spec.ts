import { describe, expect, test } from 'vitest';
import { grid, parseDate, statesOf } from '@xuncha/domain-kit';
import { assignment, entered, inspected, later, on } from '../domain.fixture.js';
import * as inspection from './inspection.js';

const nothingOpen = { petitions: 0, findings: 0, clues: 0 };

describe('the life of an inspection', () => {
  const extension = { on: later, until: parseDate('2017-06-01'), toOrganizationId: null, reason: '补充核查' };
  const steps = {
    enter: (it: inspection.Inspection) => inspection.enter(it, later),
    investigate: (it: inspection.Inspection) => inspection.investigate(it, later),
    extend: (it: inspection.Inspection) => inspection.extend(it, extension),
    leave: (it: inspection.Inspection) => inspection.leave(it, [], later),
    draft: (it: inspection.Inspection) => inspection.draft(it, later),
    hear: (it: inspection.Inspection) => inspection.hear(it, later),
    decide: (it: inspection.Inspection) => inspection.decide(it, later),
    pressFeedback: (it: inspection.Inspection) => inspection.pressFeedback(it, 'amber'),
    feedBack: (it: inspection.Inspection) => inspection.feedBack(it, later),
    archive: (it: inspection.Inspection) => inspection.archive(it, nothingOpen, later),
  };
  type Step = keyof typeof steps;
  const decidedOn = { decidedOn: on, feedbackDueOn: on };

  test.each(grid(inspection.flow).filter(({ action }) => action in steps))(
    '$state -$action-> $next',
    ({ state, action, next }) => {
      const attempt = () => steps[action as Step](inspected(state, decidedOn)).state.state;
      if (next) expect(attempt()).toBe(next);
      else expect(attempt).toThrow('flow.refused');
    },
  );

  const records = grid(inspection.flow).filter(({ action }) => !(action in steps) && action !== 'cancel');
  test.each(records)('$state: $action is recorded in $next', ({ state, action, next }) => {
    const attempt = () => inspection.admit(inspected(state), action);
    if (next) expect(attempt).not.toThrow();
    else expect(attempt).toThrow('flow.refused');
  });

  test.each(statesOf(inspection.flow))('%s: the news of a replaced member comes', (state) => {
    const replaced = [{ accountId: 'somebody-else', role: 'leader' as const }];
    const { state: after, facts } = inspection.changeMembers(inspected(state), replaced);
    const isOver = state === 'archived' || state === 'cancelled';
    expect([after.state, facts.length]).toEqual([state, isOver ? 0 : 1]);
    expect(after.members).toHaveLength(isOver ? 3 : 1);
  });

  test.each(statesOf(inspection.flow))('%s: the news of a cancelled assignment comes', (state) => {
    const { state: after, facts } = inspection.cancel(inspected(state), later);
    expect(after.state).toBe(state === 'preparing' ? 'cancelled' : state);
    expect(facts).toHaveLength(state === 'preparing' ? 1 : 0);
  });
});

test('an inspection is opened for each organization of an assignment, with team and profile of the day (ALL-10)', () => {
  const village = inspection.open(assignment, { organizationId: 'village', kind: 'village' }, entered).state;
  const township = inspection.open(
    assignment,
    { organizationId: 'township', kind: 'township' },
    entered,
  ).state;
  expect(village.id).not.toBe(township.id);
  expect(township).toMatchObject({ organizationKind: 'township', teamId: 'team', profile: 'national-2017' });
  expect(township.members).toHaveLength(3);
});

test('an organization of one assignment has one inspection, however often the assignment is told', () => {
  const again = () => inspection.open(assignment, assignment.organizations[0]!, entered).state.id;
  expect(again()).toBe(again());
});

describe('in a round of key matters (rules.md 12)', () => {
  const keyMatters = inspected('investigating', { keyMatters: true });
  const matters = [{ number: '瑞信〔2017〕3号' }];

  test('the team does not leave while justified matters are open', () => {
    expect(() => inspection.leave(keyMatters, matters, later)).toThrow(
      expect.objectContaining({
        code: 'inspection.justified-matters-open',
        facts: { numbers: ['瑞信〔2017〕3号'] },
      }),
    );
  });
  test('the team leaves when all of them are closed', () => {
    expect(inspection.leave(keyMatters, [], later).state.leftOn).toBe(later);
  });
  test('teams of other rounds leave, and the matters are worked on', () => {
    expect(inspection.leave(inspected(), matters, later).state.state).toBe('leftSite');
  });
  test('the theme of the round says that it is one', () => {
    const round = { ...assignment.round, theme: 'key-matter' };
    const [organization] = assignment.organizations;
    expect(inspection.open({ ...assignment, round }, organization!, entered).state.keyMatters).toBe(true);
    expect(inspection.open(assignment, organization!, entered).state.keyMatters).toBe(false);
  });
});

test('feedback is due fifteen workdays after the decision, May Day not counted (rules.md feedback.after.decision)', () => {
  const { state } = inspection.decide(inspected('reported'), parseDate('2017-04-24'));
  expect(state.feedbackDueOn).toBe('2017-05-16');
});

test('an inspection that is extended goes on, longer or in a subordinate unit (HZ16-5)', () => {
  const into = { on: later, until: null, toOrganizationId: 'unit', reason: '延伸核查' };
  const { state, facts } = inspection.extend(inspected('investigating'), into);
  expect(state).toMatchObject({ state: 'investigating', extensions: [into] });
  expect(facts[0]!.body).not.toHaveProperty('reason');
  expect(() => inspection.extend(inspected(), { ...into, toOrganizationId: null })).toThrow(
    'inspection.extended-by-nothing',
  );
  const back = { ...into, until: parseDate('2017-05-10') };
  expect(() => inspection.extend(inspected(), back)).toThrow('inspection.extended-into-the-past');
});

test('no step is dated before the one that led to it', () => {
  expect(() => inspection.leave(inspected('investigating', { since: later }), [], on)).toThrow(
    'inspection.before-last-step',
  );
});

test('nothing the team does is dated before it entered', () => {
  expect(() => inspection.refuseBeforeEntry(inspected('entered'), parseDate('2017-03-05'))).toThrow(
    'inspection.before-entry',
  );
});

test.each([
  ['petition has no end', { petitions: 1 }, 'inspection.petitions-open'],
  ['finding has no end', { findings: 2 }, 'inspection.findings-open'],
  ['clue was not taken from the team', { clues: 1 }, 'inspection.clues-open'],
])('a file is not closed while a %s (rules.md 9)', (_, open, refusal) => {
  const fedBack = inspected('fedBack');
  expect(() => inspection.archive(fedBack, { ...nothingOpen, ...open }, later)).toThrow(refusal);
});
