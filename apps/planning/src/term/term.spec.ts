import { describe, expect, test } from 'vitest';
import { grid, parseDate } from '@xuncha/domain-kit';
import * as term from './term.js';

const firstDay = parseDate('2017-01-01');
const propose = (description: Partial<term.Description> = {}, others: readonly term.Term[] = []) =>
  term.propose('a', { name: '第十四届', firstDay, ...description }, others, 'office').state;

describe('the life of a term', () => {
  const actions = {
    change: (it: term.Term) => term.change(it, it, [], 'office'),
    approve: (it: term.Term) => term.approve(it, [], 'leading-group'),
  };
  test.each(grid(term.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...propose(), state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('a term lasts five years unless its last day is given', () => {
  expect(propose().lastDay).toBe('2021-12-31');
  expect(propose({ lastDay: parseDate('2022-01-20') }).lastDay).toBe('2022-01-20');
});

test('a term that ends before it begins, or lasts more than six years, is refused', () => {
  expect(() => propose({ lastDay: firstDay })).toThrow('term.too-short');
  expect(() => propose({ lastDay: parseDate('2023-01-01') })).toThrow('term.too-long');
});

test('two terms of one committee share no day', () => {
  const next = { name: '第十五届', firstDay: parseDate('2022-01-01') };
  expect(propose(next, [propose()]).lastDay).toBe('2026-12-31');
  expect(() => propose({ ...next, firstDay: parseDate('2021-12-31') }, [propose()])).toThrow('term.overlaps');
  expect(() => term.approve(propose(), [propose()], 'leading-group')).toThrow('term.overlaps');
});

test('the leading group approves a term, and not whoever proposed it', () => {
  expect(() => term.approve(propose(), [], 'office')).toThrow('term.approved-by-proposer');
  const approved = term.approve(propose(), [], 'leading-group').state;
  const changed = term.change(approved, { name: '第十四届', firstDay }, [], 'second').state;
  expect(changed.state).toBe('proposed');
  expect(() => term.approve(changed, [], 'second')).toThrow('term.approved-by-proposer');
});

test('the first and the last day belong to the term', () => {
  const days = ['2016-12-31', '2017-01-01', '2021-12-31', '2022-01-01'].map(parseDate);
  expect(days.map((day) => term.includes(propose(), day))).toEqual([false, true, true, false]);
});
