import { describe, expect, test } from 'vitest';
import { testLawful } from '../year/lawful.fixture.js';
import { PlanRecords } from '../year/records.js';
import type { Plan } from '../year/steps.js';
import { tally } from '../year/tally.js';
import { ninghai, yuyao } from './counties.js';
import { expectedFigures } from './figures.js';
import { makePlans, type Plans } from './plan.js';

const full = makePlans({ seed: 1, scale: 1 });
const summed = [
  'organizationsInspected',
  'findings',
  'cluesTransferred',
  'personsFiled',
  'personsHandled.disciplinary',
  'personsHandled.judicial',
  'fullTimeInspectors',
] as const;

/** As insight puts the figures of the sites together. */
function figuresOf({ city, counties }: Plans): Record<string, number> {
  const each = counties.map(({ plan }) =>
    tally(plan, [...summed, 'special.organizationsInspected', 'trainedByCity']),
  );
  const sum = (figure: string) => each.reduce((total, figures) => total + figures[figure]!, 0);
  const having = (figure: string) => each.filter((figures) => figures[figure]! > 0).length;
  const own = tally(city, ['findings', 'teams', 'fullTimeInspectors', 'trainedByCity', 'trainedOutside']);
  return {
    ...Object.fromEntries(summed.map((figure) => [`countyLevel.${figure}`, sum(figure)])),
    'countyLevel.counties': having('organizationsInspected'),
    'countyLevel.specialInspectionCounties': having('special.organizationsInspected'),
    'cityLevel.findings': own.findings!,
    'cityLevel.teams': own.teams!,
    'cityLevel.fullTimeInspectors': own.fullTimeInspectors!,
    'cityLevel.inspectorsSentToTraining': own.trainedOutside!,
    trainedInCourses: own.trainedByCity! + sum('trainedByCity'),
  };
}

const planOf = (division: string): Plan =>
  full.counties.find(({ county }) => county.division === division)!.plan;

describe('the published year', () => {
  test('comes out exactly from the steps of all sites', () => {
    expect(figuresOf(full)).toEqual(expectedFigures(1));
  });

  test.each([0.05, 0.1, 0.33])('shrinks to its part, rounded up, at scale %f', (scale) => {
    expect(figuresOf(makePlans({ seed: 2, scale }))).toEqual(expectedFigures(scale));
  });

  test('is refused below a twentieth', () => {
    expect(() => makePlans({ seed: 1, scale: 0.04 })).toThrow('scale');
  });
});

describe('examples of the source are records within the totals', () => {
  test('Yuyao checks poverty relief by 339 interviews, 180 calls, 329 visits and 52 surveys and finds 124 problems (NB17-1)', () => {
    const records = new PlanRecords(planOf(yuyao));
    const counts = new Map<string, number>();
    for (const { kind, titles, inspection } of records.all('recordActivities'))
      if (inspection.startsWith('special/')) counts.set(kind, (counts.get(kind) ?? 0) + titles.length);
    expect(Object.fromEntries(counts)).toEqual({
      interview: 339,
      phoneSpotCheck: 180,
      householdVisit: 329,
      siteSurvey: 52,
    });
    const found = records.findings.filter(({ round }) => round.theme?.code === 'poverty-relief');
    expect(found).toHaveLength(124);
  });

  test('Ninghai holds 60 persons accountable in its special inspection and hands 4 persons over', () => {
    const records = new PlanRecords(planOf(ninghai));
    const persons = records.outcomes.flatMap(({ persons: some, kind }) =>
      kind === 'accountability' ? some! : [],
    );
    expect(new Set(persons).size).toBe(60);
    const handedOver = records.clues.filter(
      ({ round, isDelivered }) => round.kind === 'special' && isDelivered,
    );
    expect(handedOver.flatMap(({ suspects }) => suspects)).toHaveLength(4);
  });

  test('each county has 2 to 4 teams, and Fenghua runs 5 special rounds', () => {
    for (const { plan } of full.counties) {
      const { teams } = tally(plan, ['teams']);
      expect(teams).toBeGreaterThanOrEqual(2);
      expect(teams).toBeLessThanOrEqual(4);
    }
    const rounds = new PlanRecords(planOf('330213')).all('draftRound');
    expect(rounds.filter(({ round }) => round.kind === 'special')).toHaveLength(5);
  });

  test('a clue about an official whom the city manages moves up, and is no clue the county transferred (rules.md 7)', () => {
    const moved = full.counties.flatMap(({ plan }) => new PlanRecords(plan).all('moveClueUp'));
    expect(moved).toHaveLength(3);
  });
});

describe('the city', () => {
  testLawful(full.city);
});
describe.each(full.counties.map(({ county, plan }) => [county.abbreviation, plan] as const))(
  '%s',
  (_, plan) => {
    testLawful(plan);
  },
);
