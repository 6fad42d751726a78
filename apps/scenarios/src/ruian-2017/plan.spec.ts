import { describe, expect, test } from 'vitest';
import { testLawful } from '../year/lawful.fixture.js';
import type { Plan, Step, StepOf, Track } from '../year/steps.js';
import { tally } from '../year/tally.js';
import { expectedFigures } from './figures.js';
import { makePlan } from './plan.js';

const full = makePlan({ seed: 1, scale: 1 });
const stepsOf = (plan: Plan) => plan.tracks.flatMap((track) => track.steps);
const all = <A extends Step['act']>(plan: Plan, act: A) =>
  stepsOf(plan).filter((step): step is StepOf<A> => step.act === act);
const of = <A extends Step['act']>(track: Track, act: A) =>
  track.steps.filter((step): step is StepOf<A> => step.act === act);
const figures = Object.keys(expectedFigures(1));

describe('the published year', () => {
  test.each([1, 2, 3])('comes out exactly from the steps, with seed %i', (seed) => {
    expect(tally(makePlan({ seed, scale: 1 }), figures)).toEqual(expectedFigures(1));
  });

  test.each([0.05, 0.07, 0.1, 0.33, 0.5])('shrinks to its part, rounded up, at scale %f', (scale) => {
    for (const seed of [1, 2, 3])
      expect(tally(makePlan({ seed, scale }), figures)).toEqual(expectedFigures(scale));
  });

  test('is refused below a twentieth, where examples no longer fit', () => {
    for (const scale of [0, 0.04, 1.1, Number.NaN])
      expect(() => makePlan({ seed: 1, scale })).toThrow('scale');
  });

  test('is the same for the same seed and another for another', () => {
    expect(makePlan({ seed: 1, scale: 0.05 })).toEqual(makePlan({ seed: 1, scale: 0.05 }));
    expect(makePlan({ seed: 1, scale: 0.05 })).not.toEqual(makePlan({ seed: 2, scale: 0.05 }));
  });

  test('is planned in less than a second', () => {
    const started = performance.now();
    makePlan({ seed: 4, scale: 1 });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('what must not be counted is there to be left out', () => {
  test('findings are merged, dropped, left open and reopened, and items put right at once', () => {
    for (const act of [
      'mergeFinding',
      'dropFinding',
      'reopenItem',
      'orderImmediate',
      'keepItemLongTerm',
    ] as const)
      expect(all(full, act).length).toBeGreaterThan(3);
    expect(all(full, 'cancelAssignment')).toHaveLength(1);
  });

  test('organizations are inspected twice, and persons held accountable twice', () => {
    const entered = all(full, 'enter').map(({ inspection }) => inspection.organization);
    expect(new Set(entered).size).toBeLessThan(entered.length);
    const persons = all(full, 'recordOutcome').flatMap(({ outcome }) => outcome.persons ?? []);
    expect(new Set(persons).size).toBeLessThan(persons.length);
  });

  test('clues are merged, not yet transferred, held and not yet answered', () => {
    const concluded = all(full, 'concludeClue').length;
    expect(all(full, 'mergeClue').length).toBeGreaterThan(3);
    expect(all(full, 'receiveTransfer').length).toBeGreaterThan(100);
    expect(all(full, 'disposeClue').filter(({ disposition }) => disposition === 'held')).toHaveLength(3);
    expect(concluded).toBeLessThan(all(full, 'screenClue').length / 1.3);
  });

  test('a person with a measure in two matters counts once (rules.md 17)', () => {
    const measured = all(full, 'recordClueOutcome')
      .filter(({ outcome }) => outcome.kind === 'measure')
      .flatMap(({ outcome }) => outcome.persons.map(({ identity }) => identity));
    expect(new Set(measured).size).toBeLessThan(measured.length);
  });

  test('a finding merged into another was confirmed after it, in the same inspection', () => {
    for (const track of full.tracks) {
      const order = of(track, 'confirmFinding').map(({ finding }) => finding.key);
      for (const { finding, into } of of(track, 'mergeFinding'))
        expect(order.indexOf(into)).toBeLessThan(order.indexOf(finding));
    }
  });
});

describe('examples of the source are records within the totals', () => {
  const outcomes = all(full, 'recordOutcome');
  const yuan = (title: RegExp) =>
    outcomes.filter(({ outcome }) => title.test(outcome.title)).map(({ outcome }) => outcome.amount! / 100);

  test('a village bookkeeper repays 11,900 yuan in 3 instalments on 3 days (RA17-9)', () => {
    expect(yuan(/分期退款/).reduce((sum, part) => sum + part, 0)).toBe(11_900);
    const paid = outcomes.filter(({ outcome }) => outcome.instalment).map(({ on }) => on);
    expect(paid).toHaveLength(3);
    expect([...paid].sort()).toEqual(paid);
  });

  test('a welfare home hands over 389,700 yuan and a manager returns 29,800', () => {
    expect(yuan(/闲置资金/)).toEqual([389_700]);
    expect(yuan(/退回奖金/)).toEqual([29_800]);
  });

  test('an enterprise deposits 177,000,000 yuan by 3 tenders and gains 1,200,000', () => {
    expect(yuan(/竞争性存放/)).toEqual([59_000_000, 59_000_000, 59_000_000]);
    expect(yuan(/利息/)).toEqual([1_200_000]);
  });

  test('the 29 findings of the expressway are all closed and one official is held accountable', () => {
    const track = full.tracks.find(({ key }) => key === 'keyProject/K001')!;
    expect(of(track, 'confirmFinding')).toHaveLength(29);
    const closed = of(track, 'closeItem').map(({ item }) => item);
    expect(new Set(closed).size).toBe(29);
    expect(of(track, 'closeCase')).toHaveLength(1);
    expect(of(track, 'recordOutcome').flatMap(({ outcome }) => outcome.persons ?? [])).toHaveLength(1);
  });
});

testLawful(full);
