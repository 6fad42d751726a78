import { describe, expect, test } from 'vitest';
import { grid, newId, parseDate } from '@xuncha/domain-kit';
import * as dispatch from './dispatch.js';

const on = parseDate('2017-06-12');
const clueId = newId();
const begun = dispatch.begin(newId(), clueId, { kind: 'clue' }, on);
const agreementId = newId();
const toCity = { peerSite: '3303', agreementId, number: 4 };
const fromCounty = { peerSite: '330381', agreementId, number: 4 };
const sent = dispatch.send(begun, toCity, on).state;

describe('the life of what goes from one site to another', () => {
  const actions = {
    send: (it: dispatch.Dispatch) => dispatch.send(it, toCity, on),
    receive: (it: dispatch.Dispatch) => dispatch.settle(it, 'receive', on),
    refuse: (it: dispatch.Dispatch) => dispatch.settle(it, 'refuse', on),
  };
  const ofTheSender = grid(dispatch.flow).filter(
    ({ action }) => action !== 'arrive' && action !== 'turnAway',
  );
  test.each(ofTheSender)('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action as keyof typeof actions]({ ...sent, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });

  test('in the other site it begins by arriving or by being turned away, and ends there', () => {
    expect(dispatch.arrive(sent, fromCounty, on).state.state).toBe('arrived');
    expect(dispatch.turnAway(sent, fromCounty, on).state.state).toBe('turnedAway');
    const ends = grid(dispatch.flow).filter(({ state }) => state === 'arrived' || state === 'turnedAway');
    expect(ends.every(({ next }) => next === undefined)).toBe(true);
  });
});

test('a clue that has no city to go to waits and says so; nothing of it is lost (rules.md 7, 9)', () => {
  const { state, facts } = dispatch.wait(begun);
  expect(state.state).toBe('waiting');
  expect(facts.map(({ contract }) => contract.name)).toEqual(['linkage.dispatch.waiting']);
  expect(dispatch.send(state, toCity, on).state).toMatchObject({
    state: 'sent',
    number: 4,
    peerSite: '3303',
  });
});

test('what was refused goes out again under another number, and is another arrival there', () => {
  const refused = dispatch.settle(sent, 'refuse', on).state;
  const again = dispatch.send(refused, { ...toCity, number: 5 }, on).state;
  const arrivals = [
    dispatch.turnAway(sent, fromCounty, on),
    dispatch.arrive(again, { ...fromCounty, number: 5 }, on),
  ];
  expect(new Set(arrivals.map(({ state }) => state.id)).size).toBe(2);
  expect(new Set(arrivals.map(({ state }) => state.reference))).toEqual(new Set([clueId]));
});

test('what was turned away does not go again under the agreement that has ended', () => {
  const refused = dispatch.settle(sent, 'refuse', on).state;
  expect(dispatch.mayGoUnder(refused, agreementId)).toBe(false);
  expect(dispatch.mayGoUnder(refused, newId())).toBe(true);
  expect(dispatch.mayGoUnder(begun, agreementId)).toBe(true);
});

test('of a clue nothing but its number goes through here (rules.md 5)', () => {
  const { facts } = dispatch.arrive(sent, fromCounty, on);
  expect(facts[0]!.body).toEqual({
    dispatchId: expect.any(String),
    kind: 'clue',
    reference: clueId,
    number: 4,
    fromSite: '330381',
    sentId: sent.id,
    on,
  });
});
