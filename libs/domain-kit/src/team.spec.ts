import { expect, test } from 'vitest';
import { teamIdOf } from './team.js';

test('a team keeps its designation from round to round and is another authorization in each (rules.md 1)', () => {
  expect(teamIdOf('r', '市委第一巡察组')).toBe(teamIdOf('r', '市委第一巡察组'));
  expect(teamIdOf('r', '市委第一巡察组')).not.toBe(teamIdOf('r2', '市委第一巡察组'));
  expect(teamIdOf('r', '市委第一巡察组')).not.toBe(teamIdOf('r', '市委第二巡察组'));
});
