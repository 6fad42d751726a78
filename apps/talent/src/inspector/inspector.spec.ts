import { describe, expect, test } from 'vitest';
import { addMonths, grid, parseDate } from '@xuncha/domain-kit';
import { birthdays, ageOn } from './age.js';
import { candidate, description, on, registered } from './inspector.fixture.js';
import * as inspector from './inspector.js';
import * as merit from './merit.js';

describe('the life of a record in the pool', () => {
  const training = { course: 'basics', heldBy: 'site' as const, on };
  const actions: Record<string, (it: inspector.Inspector) => { state: inspector.Inspector }> = {
    change: (it) => inspector.change(it, description, [], on),
    enter: (it) => inspector.enterPool(it, on),
    suspend: (it) => inspector.suspend(it, '借调他处', on),
    resume: (it) => inspector.resume(it, on),
    dismiss: (it) => inspector.dismiss(it, '退休', on),
    train: (it) => merit.train(it, training),
    post: (it) => merit.takePost(it, { kind: 'rotation', post: '组员', from: on }),
    assess: (it) => merit.assess(it, { roundId: 'round', grade: 'excellent', on }, true),
    promote: (it) => merit.promote(it, 'section', on),
    recommend: (it) => merit.recommend(it, { recommendedFor: 'promotion', on }),
  };
  test.each(grid(inspector.flow))('$state -$action-> $next', ({ state, action, next }) => {
    const attempt = () => actions[action]!({ ...candidate(), state }).state.state;
    if (next) expect(attempt()).toBe(next);
    else expect(attempt).toThrow('flow.refused');
  });
});

test('nothing that is told of a person names them', () => {
  const { facts } = registered({ accountId: 'account' });
  expect(facts.map(({ body }) => body)).toEqual([
    { inspectorId: 'person', force: 'borrowed', accountId: 'account' },
  ]);
});

describe('what cannot be right is refused', () => {
  test.each([
    ['2000-03-02', 16],
    ['1946-02-28', 71],
    ['2020-01-01', -3],
  ])('a birth on %s, which makes an age of %i', (born, age) => {
    expect(ageOn(parseDate(born), on)).toBe(age);
    expect(() => registered({ born: parseDate(born) })).toThrow('inspector.age');
  });

  test('a person without a unit, or with one of the register and another by name', () => {
    expect(() => registered({ organizationId: null })).toThrow('inspector.unit-either');
    expect(() => registered({ unit: '演示局' })).toThrow('inspector.unit-either');
    const step = { post: '科员', from: on };
    expect(() => registered({ career: [step] })).toThrow('inspector.unit-either');
  });

  test('a post that was left before it was taken', () => {
    const career = [{ unit: '演示局', post: '科员', from: on, to: addMonths(on, -1) }];
    expect(() => registered({ career })).toThrow('inspector.career-backwards');
  });
});

describe('each force asks something of those who enter (SP-5)', () => {
  const enter = (more: Partial<inspector.Description>, trainings: inspector.Inspector['trainings'] = []) =>
    inspector.enterPool({ ...candidate(more), trainings }, on).state.state;
  const trained = [{ course: 'basics', heldBy: 'city' as const, on }];
  const bornYearsAgo = (years: number) => addMonths(on, -12 * years);

  test.each([
    ['fullTime', 57],
    ['standing', 58],
    ['borrowed', 58],
  ] as const)('%s: nobody over %i enters', (force, oldest) => {
    expect(enter({ force, born: bornYearsAgo(oldest) }, trained)).toBe('inPool');
    expect(() => enter({ force, born: bornYearsAgo(oldest + 1) }, trained)).toThrow('inspector.entry-age');
  });

  test.each([
    ['fullTime', 3],
    ['standing', 3],
    ['borrowed', 1],
  ] as const)('%s: %i years in the party', (force, years) => {
    expect(enter({ force, partySince: addMonths(on, -12 * years) }, trained)).toBe('inPool');
    for (const partySince of [null, addMonths(on, 1 - 12 * years)])
      expect(() => enter({ force, partySince }, trained)).toThrow('inspector.entry-party');
  });

  test('who is relatively fixed was trained before; the others are trained as they come', () => {
    expect(() => enter({ force: 'standing' })).toThrow('inspector.entry-training');
    expect(enter({ force: 'fullTime' })).toBe('inPool');
    expect(enter({ force: 'borrowed' })).toBe('inPool');
  });

  test('an expert is asked for knowledge alone, in the party or not, up to seventy (HZP-5, SZ-7)', () => {
    const expert = { expert: true, partySince: null, specialities: ['policy'] as const };
    expect(enter({ ...expert, born: bornYearsAgo(70) })).toBe('inPool');
    expect(() => registered({ ...expert, born: bornYearsAgo(71) })).toThrow('inspector.age');
  });

  test('who comes back from a suspension must still fit', () => {
    const suspended = { ...candidate({ born: bornYearsAgo(59) }), state: 'suspended' as const };
    expect(() => inspector.resume(suspended, on)).toThrow('inspector.entry-age');
  });

  test('who changes force in the pool enters the other force; who only grew older is still corrected', () => {
    const old = { ...candidate({ born: bornYearsAgo(59) }), state: 'inPool' as const };
    const corrected = { ...description, born: old.born, unit: null };
    expect(inspector.change(old, corrected, [], on).state.state).toBe('inPool');
    const moved = { ...corrected, force: 'fullTime' as const };
    expect(() => inspector.change(old, moved, [], on)).toThrow('inspector.entry-age');
  });
});

test('every organization that a record names is looked for in the register, once each (rules.md 2)', () => {
  const career = [{ organizationId: 'former', post: '所长', from: on }];
  const kin = [{ relation: 'spouse' as const, organizationId: 'unit' }];
  const named = inspector.organizationsIn({ ...description, homeId: 'home', career, kin });
  expect(named).toEqual(['unit', 'home', 'former']);
});

test('who is from 30 to 40 was born in these eleven years', () => {
  expect(birthdays({ youngest: 30, oldest: 40 }, on)).toEqual(['1976-03-02', '1987-03-01']);
  expect(birthdays({}, on)).toEqual([undefined, undefined]);
});
