import { describe, expect, test } from 'vitest';
import { grid, newId, parseDate, statesOf, type BusinessDate } from '@xuncha/domain-kit';
import { specialRound } from '../neighbours.fixture.js';
import * as filing from './filing.js';

const on = parseDate('2017-05-02');
const city = '3303';
const county = '330381';
const file = (more: object = {}, day: BusinessDate = on) =>
  filing.file(newId(), city, { ...specialRound, ...more }, { plan: '扶贫领域专项巡察方案', on: day });
const filed = file().state;
const inCity = filing.receive(filing.openingLetter(filed), { county, countysId: filed.id }).state;

const takes = (action: filing.Turn, side: filing.Filing) =>
  filing.take(side, { action, text: '意见', on }).state;

describe('the life of a filing, taken by the side whose turn it is (HZP-1)', () => {
  test.each(grid(filing.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const sides = [filed, inCity].map((side) => ({ ...side, state }));
    const outcomes = sides.map((side) => {
      try {
        return takes(action, side).state;
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(outcomes.toSorted()).toEqual(['filing.other-side', next ?? 'flow.refused'].toSorted());
  });
});

test('the city learns name, theme, start and plan, and no id of the county but that of the filing', () => {
  const { roundName, theme, startsOn, steps } = filed;
  expect(inCity).toMatchObject({ side: 'city', peerSite: county, roundName, theme, startsOn, steps });
  expect(inCity).toMatchObject({ id: filed.counterpartId, counterpartId: filed.id, roundId: null });
});

test('a special round is filed ten workdays before it starts at the latest (rules.md special.filing.before.start)', () => {
  // 2017-05-17 less ten workdays is 2017-05-03.
  expect(() => file({}, parseDate('2017-05-03'))).not.toThrow();
  expect(() => file({}, parseDate('2017-05-04'))).toThrow('filing.too-late');
});

test('only special rounds are filed, after approval and before entry', () => {
  expect(() => file({ kind: 'routine' })).toThrow('filing.not-special');
  expect(() => file({ state: 'submitted', profile: null })).toThrow('filing.round-not-ahead');
  expect(() => file({ state: 'underway' })).toThrow('filing.round-not-ahead');
});

test('a round that is off target is corrected, and reports on it may cross the correction on their way (HZP-1)', () => {
  const agreed = takes('agree', inCity);
  const offTarget = takes('correct', agreed);
  const reported = filing.follow(offTarget, { action: 'report', text: '进展', on }).state;
  expect(reported.state).toBe('offTarget');
  const amended = filing.follow(reported, { action: 'amend', text: '已纠正', on }).state;
  expect(amended.state).toBe('agreed');
  expect(amended.steps.map(({ action }) => action)).toEqual(['file', 'agree', 'correct', 'report', 'amend']);
});

test.each(statesOf(filing.flow))(
  'while it is %s only one side can change that, so no two steps cross',
  (state) => {
    const changing = grid(filing.flow).filter((it) => it.state === state && it.next && it.next !== state);
    const sides = changing.map(({ action }) => (mayTake(action, { ...filed, state }) ? 'county' : 'city'));
    expect(new Set(sides).size).toBe(1);
  },
);

function mayTake(action: filing.Turn, side: filing.Filing): boolean {
  try {
    takes(action, side);
    return true;
  } catch {
    return false;
  }
}
