import { describe, expect, test } from 'vitest';
import { refuseSenseless, type Quota, type TeamNeed } from './composition.js';
import { person, team } from './composition.fixture.js';

const refuse = (about: Partial<TeamNeed>) => () =>
  refuseSenseless({ teams: [team('第一组', about)], noOneTwice: false }, []);
const quota = (asked: Omit<Quota, 'of'>, of: Quota['of'] = { kind: 'woman' }) =>
  refuse({ quotas: [{ of, ...asked }] });
const deputies = (least: number, most: number) => ({ deputies: { least, most, ranks: [] } });

describe('needs that contradict themselves are refused before anything is searched', () => {
  test.each([
    ['composition.size-reversed', refuse({ size: { least: 6, most: 5 } })],
    ['composition.size', refuse({ size: { least: -1, most: 5 } })],
    ['composition.size', refuse({ size: { least: 5, most: 5.5 } })],
    ['composition.size-too-small', refuse({ size: { least: 1, most: 2 }, ...deputies(2, 2) })],
    ['composition.deputies', refuse({ size: { least: 5, most: 8 }, ...deputies(2, 1) })],
    ['composition.quota', quota({})],
    ['composition.quota', quota({ atLeast: -2 })],
    ['composition.quota', quota({ percentAtLeast: 120 })],
    ['composition.quota-reversed', quota({ atLeast: 3, atMost: 2 })],
    ['composition.ages-reversed', quota({ atLeast: 1 }, { kind: 'ages', from: 50, to: 35 })],
  ])('%s (%#)', (code, attempt) => {
    expect(attempt).toThrow(code);
  });

  test('a round without teams, a team or a person named twice, and a load that is no number of days', () => {
    const needs = { teams: [team('第一组')], noOneTwice: false };
    expect(() => refuseSenseless({ ...needs, teams: [] }, [])).toThrow('composition.no-teams');
    const twice = [team('第一组'), team('第一组')];
    expect(() => refuseSenseless({ ...needs, teams: twice }, [])).toThrow('composition.team-twice');
    expect(() => refuseSenseless(needs, [person(1), person(1)])).toThrow('composition.person-twice');
    const load = { days: 60, daysAtMost: -1 };
    expect(() => refuseSenseless({ ...needs, load }, [])).toThrow('composition.load');
  });

  test('more people and teams than the solver may have', () => {
    const pool = Array.from({ length: 1000 }, (_, name) => person(name));
    const teams = Array.from({ length: 401 }, (_, index) => team(`第${index}组`));
    expect(() => refuseSenseless({ teams, noOneTwice: false }, pool)).toThrow('composition.too-large');
  });

  test('needs that the pool cannot meet are not refused: that is for the search to find out', () => {
    expect(quota({ atLeast: 900 })).not.toThrow();
  });
});
