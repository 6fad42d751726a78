import { describe, expect, test } from 'vitest';
import { addDays, addMonths, parseDate } from '@xuncha/domain-kit';
import { candidate, on } from './inspector.fixture.js';
import * as merit from './merit.js';

const inPool = { ...candidate(), state: 'inPool' as const };

describe('training (NB17-16)', () => {
  const training = { course: 'basics', heldBy: 'outside' as const, on };
  test('is told with who held it, and the same course on another day is another training', () => {
    const once = merit.train(inPool, training);
    expect(once.facts.map(({ body }) => body)).toEqual([{ inspectorId: 'person', ...training }]);
    expect(merit.train(once.state, { ...training, on: addDays(on, 1) }).state.trainings).toHaveLength(2);
    expect(() => merit.train(once.state, training)).toThrow('inspector.training-recorded');
  });
});

describe('a post to learn in (NB17-16, HZP-13)', () => {
  const attachment = { kind: 'attachment' as const, post: '组员', from: on, to: addMonths(on, 6) };
  const there = merit.takePost(inPool, attachment).state;

  test('is one at a time, and ends after it began', () => {
    const rotation = { kind: 'rotation' as const, post: '联络员', from: addMonths(on, 3) };
    expect(() => merit.takePost(there, rotation)).toThrow('inspector.post-overlaps');
    expect(merit.takePost(there, { ...rotation, from: addMonths(on, 7) }).state.posts).toHaveLength(2);
    const backwards = { ...attachment, to: addDays(on, -1) };
    expect(() => merit.takePost(inPool, backwards)).toThrow('inspector.post-backwards');
  });

  test('is followed by a promotion where it began before it, and not on the same day (HZP-13)', () => {
    const told = (day: typeof on) => merit.promote(there, 'deputyDivision', day).facts[0]!.body;
    expect(told(addDays(on, 1))).toMatchObject({ rank: 'deputyDivision', afterInspectionPost: true });
    expect(told(on)).toMatchObject({ afterInspectionPost: false });
    const without = merit.promote(inPool, 'section', on).facts[0]!.body;
    expect(without).toMatchObject({ afterInspectionPost: false });
  });
});

describe('a promotion (HZP-13)', () => {
  const section = { ...inPool, rank: 'section' as const };
  test.each(['staff', 'deputySection', 'section'] as const)('from section to %s is none', (rank) => {
    expect(() => merit.promote(section, rank, on)).toThrow('inspector.rank-not-higher');
  });

  test('changes the rank, and the next one is not before it', () => {
    const promoted = merit.promote(section, 'deputyDivision', on).state;
    expect(promoted.rank).toBe('deputyDivision');
    const earlier = () => merit.promote(promoted, 'division', addDays(on, -1));
    expect(earlier).toThrow('inspector.promotion-before-last');
  });
});

describe('an assessment', () => {
  const assessed = { roundId: 'round', grade: 'excellent' as const, on };
  test('is given once a round, to those who took part in it, and the grade is told to nobody', () => {
    const once = merit.assess(inPool, assessed, true);
    expect(once.facts[0]!.body).toEqual({ inspectorId: 'person', roundId: 'round', on });
    expect(() => merit.assess(once.state, assessed, true)).toThrow('inspector.assessed');
    expect(() => merit.assess(inPool, assessed, false)).toThrow('inspector.not-in-round');
  });
});

test('a recommendation says what for (SP-6)', () => {
  const { state } = merit.recommend(inPool, { recommendedFor: 'promotion', on: parseDate('2017-12-01') });
  expect(state.recommendations).toEqual([{ recommendedFor: 'promotion', on: '2017-12-01' }]);
});
