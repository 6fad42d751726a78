import { expect, test } from 'vitest';
import { grid, newId, parseDate } from '@xuncha/domain-kit';
import * as domain from './composing.js';

const needs = { teams: [], noOneTwice: false };
const on = parseDate('2017-03-01');
const asked = { roundId: newId(), needs, startedBy: newId(), startedOn: on };
const running = domain.start(newId(), asked).state;
const teams = [
  { designation: '市委第一巡察组', members: [{ inspectorId: newId(), role: 'leader' as const }] },
];
const proven = { outcome: 'proven' as const, teams, points: 3, bound: 3, gap: 0 };
const unfound = { outcome: 'stopped' as const };

const actions = {
  stop: domain.stop,
  finish: (it: domain.Composing) => domain.finish(it, proven),
  fail: domain.fail,
  propose: domain.propose,
};

test.each(grid(domain.flow))('$state -$action-> $next', ({ state, action, next }) => {
  const attempt = () => actions[action]({ ...running, state, result: proven });
  if (next) expect(attempt().state.state).toBe(next);
  // What a replica reports that was thought dead says nothing new.
  else if (action === 'finish' || action === 'fail') expect(attempt().facts).toEqual([]);
  else expect(attempt).toThrow('flow.refused');
});

test('a search that was stopped before it found any teams has nothing to propose', () => {
  const done = domain.finish(running, unfound).state;
  expect(() => domain.propose(done)).toThrow('composition.nothing-found');
});
