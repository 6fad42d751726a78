import { describe, expect, test } from 'vitest';
import { addDays, grid, parseDate } from '@xuncha/domain-kit';
import * as domain from './outcome.js';

const on = parseDate('2017-06-01');
const item = {
  id: 'item',
  caseId: 'case',
  findingId: 'finding',
  inspectionId: 'inspection',
  assignmentId: 'assignment',
  roundId: 'round',
  organizationId: 'organization',
};
const none = { amount: null, instalment: null, persons: [] };
const record = (id: string, told: Partial<domain.Told>, earlier: domain.Outcome[] = [], day = on) =>
  domain.record(id, item, { kind: 'systemImproved', title: '演示', ...none, ...told }, earlier, {
    by: 'office',
    on: day,
  });
const system = record('a', {}).state;

describe('the life of an outcome', () => {
  const actions = { withdraw: (it: domain.Outcome) => domain.withdraw(it, '重复记录', 'office', on) };
  test.each(grid(domain.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]({ ...system, state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('money that was recovered has an amount, an improved system has none', () => {
  expect(() => record('a', { kind: 'moneyRecovered' })).toThrow('outcome.amount-needed');
  expect(() => record('a', { kind: 'moneyRecovered', amount: 0 })).toThrow('outcome.amount-needed');
  expect(() => record('a', { amount: 100 })).toThrow('outcome.no-amount');
});

test('being held accountable names persons, nothing else does', () => {
  const persons = [{ reference: '演示己001', pseudonym: 'AAAA' }];
  expect(() => record('a', { kind: 'accountability' })).toThrow('outcome.persons-needed');
  expect(() => record('a', { persons })).toThrow('outcome.no-persons');
});

test('a person named twice in one outcome is one, and the event carries the pseudonym alone (rules.md 17)', () => {
  const person = { reference: '演示己001', pseudonym: 'AAAA' };
  const { facts } = record('a', { kind: 'accountability', persons: [person, person] });
  expect(facts[0]!.body).toMatchObject({ persons: ['AAAA'] });
  expect(JSON.stringify(facts[0]!.body)).not.toContain('演示');
});

describe('money repaid in instalments (RA17-9)', () => {
  const part = (number: number, firstId?: string) => ({ number, of: 3, total: 1_190_000, firstId });
  const pay = (id: string, number: number, amount: number, earlier: domain.Outcome[]) =>
    record(
      id,
      { kind: 'moneyRecovered', amount, instalment: part(number, earlier[0]?.id) },
      earlier,
      addDays(on, number * 30),
    );
  const first = pay('a', 1, 400_000, []).state;
  const second = pay('b', 2, 400_000, [first]).state;

  test('counts each instalment on the day it is paid, and together they are the total', () => {
    const third = pay('c', 3, 390_000, [first, second]).state;
    expect([first, second, third].map((it) => it.happenedOn)).toEqual([
      '2017-07-01',
      '2017-07-31',
      '2017-08-30',
    ]);
    expect([first, second, third].map((it) => it.instalment!.firstId)).toEqual(['a', 'a', 'a']);
  });

  test('is refused where the last instalment leaves something over or missing', () => {
    expect(() => pay('c', 3, 389_999, [first, second])).toThrow('outcome.instalments-short');
    expect(() => pay('c', 3, 390_001, [first, second])).toThrow('outcome.instalments-exceed-total');
  });

  test('takes each instalment once, and again only when it was withdrawn', () => {
    expect(() => pay('c', 2, 1, [first, second])).toThrow('outcome.instalment-recorded');
    expect(pay('c', 2, 500_000, [first]).state.amount).toBe(500_000);
  });

  test('does not mix two repayments', () => {
    const other = { number: 2, of: 4, total: 1_190_000, firstId: 'a' };
    expect(() => record('c', { kind: 'moneyRecovered', amount: 1, instalment: other }, [first])).toThrow(
      'outcome.instalment-of-another',
    );
    const orphan = part(2);
    expect(() => record('c', { kind: 'moneyRecovered', amount: 1, instalment: orphan }, [first])).toThrow(
      'outcome.first-instalment-unknown',
    );
  });

  test('has no instalment beyond the last', () => {
    expect(() => pay('c', 4, 1, [first])).toThrow('outcome.instalment-beyond-last');
  });
});
