import { describe, expect, test } from 'vitest';
import { addDays, grid, parseDate } from '@xuncha/domain-kit';
import { candidate } from '../inspector/inspector.fixture.js';
import * as domain from './call-up.js';

const on = parseDate('2017-02-20');
const letter: domain.Letter = {
  id: 'call-up',
  number: '演抽〔2017〕1号',
  roundId: 'round',
  from: parseDate('2017-03-01'),
  until: parseDate('2017-05-31'),
};
const inPool = { ...candidate(), state: 'inPool' as const };
const requested = domain.request(letter, inPool, 'office', on).state;
const agreement = { unitAgrees: true, departmentAgrees: true, reason: null, by: 'department', on };

describe('the life of a call-up', () => {
  const actions = {
    agree: (it: domain.CallUp) => domain.answer(it, agreement),
    refuse: (it: domain.CallUp) => domain.answer(it, { ...agreement, unitAgrees: false, reason: '人手不足' }),
    start: (it: domain.CallUp) => domain.start(it, letter.from),
    end: (it: domain.CallUp) => domain.end(it, letter.until),
  };
  test.each(grid(domain.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...requested, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

describe('a letter asks for', () => {
  test.each(['candidate', 'suspended', 'left'] as const)('nobody who is %s', (state) => {
    expect(() => domain.request(letter, { ...inPool, state }, 'office', on)).toThrow('call-up.not-in-pool');
  });

  test('nobody full-time, who has no other unit (SP-5)', () => {
    const fullTime = { ...inPool, force: 'fullTime' as const };
    expect(() => domain.request(letter, fullTime, 'office', on)).toThrow('call-up.full-time');
  });

  test('some time, not the reverse of it', () => {
    const backwards = { ...letter, until: addDays(letter.from, -1) };
    expect(() => domain.request(backwards, inPool, 'office', on)).toThrow('call-up.backwards');
  });
});

describe('the answer (HZ16-14)', () => {
  test.each([
    [true, true, 'agreed'],
    [true, false, 'refused'],
    [false, true, 'refused'],
    [false, false, 'refused'],
  ])('unit %s and department %s is %s', (unitAgrees, departmentAgrees, state) => {
    const given = { ...agreement, unitAgrees, departmentAgrees, reason: '工作需要' };
    expect(domain.answer(requested, given).state.state).toBe(state);
  });

  test('that refuses says why', () => {
    const given = { ...agreement, departmentAgrees: false };
    expect(() => domain.answer(requested, given)).toThrow('call-up.refused-without-reason');
  });

  test('is never given by who asked', () => {
    expect(() => domain.answer(requested, { ...agreement, by: 'office' })).toThrow(
      'call-up.answered-by-requester',
    );
  });
});

test('nobody reports after the time that was asked for, and nobody returns before they came', () => {
  const agreed = domain.answer(requested, agreement).state;
  expect(() => domain.start(agreed, addDays(letter.until, 1))).toThrow('call-up.over');
  const started = domain.start(agreed, letter.from).state;
  expect(() => domain.end(started, addDays(letter.from, -1))).toThrow('call-up.ended-before-start');
});
