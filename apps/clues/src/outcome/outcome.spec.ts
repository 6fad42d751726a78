import { describe, expect, test } from 'vitest';
import type { ClueOutcomeKind } from '@xuncha/contracts';
import { addDays, grid } from '@xuncha/domain-kit';
import { receivedClue, receivedOn as on, raisedOn, screenedClue } from '../clue/clue.fixture.js';
import type { Clue } from '../clue/clue.js';
import * as domain from './outcome.js';

const [one, other] = ['AAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBB'] as const;
const received = receivedClue({ subjects: [one, other] });
const nothing = { form: null, persons: [], amount: null, adjustsPost: false };
const record = (told: Partial<domain.Told>, clue: Clue = received, day = on) => {
  const filed = { ...nothing, kind: 'filed' as const, ...told };
  return domain.record('outcome', clue, filed, { by: 'organ-custodian', on: day });
};
const withdraw = (it: domain.Outcome) => domain.withdraw(it, '重复记录', { by: 'custodian', on });
const filed = record({ persons: [one] });

describe('the life of an outcome', () => {
  test.each(grid(domain.flow))('$state -$action-> $next', ({ state, next }) => {
    const attempt = () => withdraw({ ...filed.state, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });

  test('begins when the organ has signed for the clue', () => {
    expect(() => record({ persons: [one] }, screenedClue())).toThrow('clueOutcome.clue-not-received');
  });

  test('does not begin before the clue was raised', () => {
    const attempt = () => record({ persons: [one] }, received, addDays(raisedOn, -1));
    expect(attempt).toThrow('clueOutcome.before-clue');
  });
});

describe('the persons of an outcome (rules.md 17)', () => {
  test('are counted once, however often they are named', () => {
    expect(record({ persons: [one, one, other] }).facts[0]!.body).toMatchObject({ persons: [one, other] });
  });

  test('are not more than the clue is about', () => {
    const three = { persons: [one, other, 'CCCCCCCCCCCCCCCC'] };
    expect(() => record(three)).toThrow('clueOutcome.more-people-than-clue');
  });

  test('are among those that the clue is about', () => {
    expect(() => record({ persons: ['CCCCCCCCCCCCCCCC'] })).toThrow('clueOutcome.person-not-in-clue');
  });

  test.each<ClueOutcomeKind>(['filed', 'sanction', 'measure', 'judicial', 'namedPublicly'])(
    'are named where it is %s',
    (kind) => {
      expect(() => record({ kind })).toThrow('clueOutcome.persons-needed');
      expect(record({ kind, persons: [other] }).state.persons).toEqual([other]);
    },
  );
});

describe('money', () => {
  test('is recovered, and not below zero', () => {
    expect(() => record({ kind: 'recovered', amount: -1 })).toThrow('money.negative');
    expect(() => record({ kind: 'recovered' })).toThrow('clueOutcome.amount-needed');
    expect(() => record({ kind: 'recovered', amount: 0 })).toThrow('clueOutcome.amount-needed');
    expect(record({ kind: 'recovered', amount: 1_190_000 }).state.amount).toBe(1_190_000);
  });

  test('is no part of any other outcome', () => {
    expect(() => record({ persons: [one], amount: 1 })).toThrow('clueOutcome.no-amount');
  });
});

describe('the four forms (RA17-8)', () => {
  const of = (kind: ClueOutcomeKind, form: number) => () => record({ kind, form, persons: [one] });

  test.each<[ClueOutcomeKind, number[]]>([
    ['measure', [1, 2, 3]],
    ['sanction', [2, 3, 4]],
    ['judicial', [4]],
    ['filed', []],
    ['namedPublicly', []],
  ])('%s is one of %j', (kind, forms) => {
    for (const form of [1, 2, 3, 4])
      if (forms.includes(form)) expect(of(kind, form)().state.form).toBe(form);
      else expect(of(kind, form)).toThrow('clueOutcome.form-unfit');
  });
});

test('only an organizational measure adjusts a post', () => {
  const persons = [one];
  expect(record({ kind: 'measure', persons, adjustsPost: true }).state.adjustsPost).toBe(true);
  const sanction = () => record({ kind: 'sanction', persons, adjustsPost: true });
  expect(sanction).toThrow('clueOutcome.only-measures-adjust-posts');
});
