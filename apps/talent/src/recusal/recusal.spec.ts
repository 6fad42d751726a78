import { describe, expect, test } from 'vitest';
import { grid, parseDate } from '@xuncha/domain-kit';
import * as recusal from './recusal.js';

const on = parseDate('2017-03-20');
const later = parseDate('2017-04-05');
const breach: recusal.Breach = {
  teamId: 'team',
  inspectorId: 'person',
  accountId: 'account',
  organizationId: 'village',
  reasons: ['kin'],
  entered: false,
  custodian: false,
};
const found = recusal.find(breach, on);

describe('the life of a recusal that was found', () => {
  const actions = {
    end: (it: recusal.Recusal) => recusal.end(it, later),
    find: (it: recusal.Recusal) => recusal.findAgain(it, breach, later),
  };
  test.each(grid(recusal.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...found.state, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('why somebody must stay away is kept, and not told to other services', () => {
  expect(found.state).toMatchObject({ reasons: ['kin'], foundOn: on, endedOn: null });
  expect(found.facts[0]!.body).toEqual({
    recusalId: found.state.id,
    accountId: 'account',
    inspectorId: 'person',
    organizationId: 'village',
    teamId: 'team',
  });
});

test('what is found again is the same recusal, from that day on and for the reasons of that day', () => {
  const ended = recusal.end(found.state, later).state;
  expect(ended).toMatchObject({ foundOn: on, endedOn: later });
  const again = recusal.findAgain(ended, { ...breach, reasons: ['unit'], entered: true }, later).state;
  expect(again).toMatchObject({
    id: ended.id,
    foundOn: later,
    endedOn: null,
    reasons: ['unit'],
    entered: true,
  });
  expect(recusal.recusalIdOf({ ...breach, organizationId: 'other' })).not.toBe(ended.id);
});

test('what it leaves to be done: another member, authorized; once on site also papers and interviews gone over (rules.md 2)', () => {
  expect(recusal.redoOf(found.state)).toEqual(['replaceMember', 'reauthorize']);
  expect(recusal.redoOf({ entered: true, custodian: false })).toEqual([
    'replaceMember',
    'reauthorize',
    'reviewPapers',
    'reviewInterviews',
  ]);
  expect(recusal.redoOf({ entered: false, custodian: true })).toEqual(['replaceCustodian']);
  expect(recusal.redoOf({ entered: true, custodian: true })).toEqual(['replaceCustodian', 'reviewPetitions']);
});
