import { describe, expect, test } from 'vitest';
import { addDays, grid } from '@xuncha/domain-kit';
import { inspected, on } from '../domain.fixture.js';
import type { Inspection } from '../inspection/inspection.js';
import * as domain from './material.js';

const dueOn = addDays(on, 5);
const done = { by: 'member', on };
const told = { ...done, text: '缺第三季度' };
const handedIn: domain.Supply = { ...done, by: 'liaison', handedBy: null, copies: 3, note: null, files: [] };
const asked = domain.ask('material', inspected(), { title: '会议记录', dueOn }, done).state;
const supplied = domain.supply(asked, handedIn).state;
const received = domain.receive(supplied, done).state;

describe('the life of a material (RA17-4)', () => {
  const actions = {
    supply: (it: domain.Material) => domain.supply(it, handedIn),
    receive: (it: domain.Material) => domain.receive(it, done),
    return: (it: domain.Material) => domain.returnIt(it, told),
    giveBack: (it: domain.Material) => domain.giveBack(it, done),
    waive: (it: domain.Material) => domain.waive(it, told),
  };
  test.each(grid(domain.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...supplied, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('is asked for before the team comes, and until its report was heard', () => {
  const ask = (state: Inspection['state']) => () =>
    domain.ask('material', inspected(state), { title: '会议记录', dueOn }, done);
  for (const state of ['preparing', 'entered', 'investigating', 'leftSite', 'drafting'] as const)
    expect(ask(state)().state.state).toBe('asked');
  for (const state of ['reported', 'decided', 'fedBack', 'archived', 'cancelled'] as const)
    expect(ask(state)).toThrow('flow.refused');
});

test('is not due on a day that is over, nor handed in before it was asked for, nor received before it was handed in', () => {
  const before = addDays(on, -1);
  expect(() => domain.ask('material', inspected(), { title: '账册', dueOn: before }, done)).toThrow(
    'material.due-in-past',
  );
  expect(() => domain.supply(asked, { ...handedIn, on: before })).toThrow('material.before-asked');
  expect(() => domain.receive(supplied, { ...done, on: before })).toThrow('material.before-supplied');
  expect(() => domain.giveBack(received, { ...done, on: before })).toThrow('material.before-supplied');
});

test('is something: on paper, as files, or both', () => {
  expect(() => domain.supply(asked, { ...handedIn, copies: null })).toThrow('material.nothing-supplied');
  const file = { sha256: 'a'.repeat(64), bytes: 1, mediaType: 'application/pdf', name: '记录.pdf' };
  expect(domain.supply(asked, { ...handedIn, copies: null, files: [file] }).state.state).toBe('supplied');
});

test('goes back on paper alone', () => {
  expect(domain.giveBack(received, done).state.state).toBe('givenBack');
  const electronic = { ...received, supply: { ...handedIn, copies: null } };
  expect(() => domain.giveBack(electronic, done)).toThrow('material.nothing-on-paper');
});

test('is owed again when it was returned, by another day perhaps', () => {
  expect(domain.returnIt(supplied, told).state).toMatchObject({ state: 'asked', dueOn, returned: told });
  const later = addDays(dueOn, 3);
  expect(domain.returnIt(supplied, told, later).state.dueOn).toBe(later);
  expect(() => domain.returnIt(supplied, told, addDays(on, -1))).toThrow('material.due-in-past');
});

test('no event says what it is or who brought it', () => {
  const decisions = [
    domain.ask('material', inspected(), { title: '会议记录', dueOn }, done),
    domain.supply(asked, { ...handedIn, handedBy: '演示甲', note: '原件' }),
    domain.returnIt(supplied, told),
    domain.waive(asked, told),
  ];
  const bodies = decisions.flatMap(({ facts }) => facts.map(({ body }) => body));
  expect(JSON.stringify(bodies)).not.toMatch(/\p{Script=Han}/u);
});
