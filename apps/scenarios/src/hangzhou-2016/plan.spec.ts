import { describe, expect, test } from 'vitest';
import { testLawful } from '../year/lawful.fixture.js';
import type { Step, StepOf } from '../year/steps.js';
import { PlanRecords } from '../year/records.js';
import { tally } from '../year/tally.js';
import { expectedFigures } from './figures.js';
import { makePlan } from './plan.js';

const full = makePlan({ seed: 1, scale: 1 });
const figures = Object.keys(expectedFigures(1));
const all = <A extends Step['act']>(act: A) =>
  full.tracks.flatMap(({ steps }) => steps).filter((step): step is StepOf<A> => step.act === act);

describe('the published year', () => {
  test('comes out exactly from the steps', () => {
    expect(tally(full, figures)).toEqual(expectedFigures(1));
  });

  test.each([0.05, 0.1, 0.33])('shrinks to its part, rounded up, at scale %f', (scale) => {
    expect(tally(makePlan({ seed: 2, scale }), figures)).toEqual(expectedFigures(scale));
  });

  test('is refused below a twentieth', () => {
    expect(() => makePlan({ seed: 1, scale: 0.04 })).toThrow('scale');
  });
});

describe('examples of the source are records within the totals', () => {
  const outcomes = all('recordOutcome').map(({ outcome }) => outcome);

  test('one town recovers 6,875,000 yuan of rent and signs 52 contracts anew', () => {
    const rent = outcomes.filter(({ kind }) => kind === 'moneyRecovered');
    expect(rent.reduce((sum, { amount }) => sum + amount!, 0)).toBe(687_500_000);
    expect(outcomes.filter(({ kind }) => kind === 'contractResigned')).toHaveLength(52);
  });

  test('teams from other counties find more than ten problems in each of 41 villages (HZ16-6)', () => {
    const records = new PlanRecords(full);
    const crossed = records.visited.filter(({ round }) => round.cross);
    const found = records.findings.filter(({ round }) => round.cross);
    expect(crossed).toHaveLength(41);
    expect(found.length / crossed.length).toBeGreaterThan(10);
  });
});

testLawful(full);
