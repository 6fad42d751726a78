import { describe, expect, test } from '@jest/globals';
import type { RoundTraits } from '@xuncha/contracts';
import { parseDate } from '@xuncha/domain-kit';
import { indicators } from './definitions.js';
import type { CountedRecord, Surroundings } from './indicator.js';

const day = (text: string) => parseDate(text);
const traits = (more: Partial<RoundTraits> = {}): RoundTraits => ({
  kind: 'routine',
  ways: ['comprehensive'],
  ledBy: 'county',
  joint: false,
  cross: false,
  upgraded: false,
  theme: null,
  ...more,
});
const record = (more: Partial<CountedRecord>): CountedRecord => ({
  id: 'record',
  kind: 'onsite.finding',
  organizationId: 'organization',
  roundId: 'round',
  parentId: 'parent',
  state: 'confirmed',
  on: day('2017-05-04'),
  traits: {},
  ...more,
});
const around = (round: Partial<RoundTraits> = {}, children: readonly CountedRecord[] = []): Surroundings => ({
  round: record({ id: 'round', kind: 'planning.round', traits: { round: traits(round) } }),
  parent: record({
    id: 'parent',
    kind: 'planning.assignment',
    traits: { designation: '县委第一巡察组', organizationKinds: { organization: 'village' } },
  }),
  children,
});
const item = (state: string, on: string) =>
  record({ id: `item ${on}`, kind: 'rectification.item', state, on: day(on) });
const counted = (id: string, one: CountedRecord, its: Surroundings) =>
  indicators.find((indicator) => indicator.id === id)!.contributions(one, its);

test('every indicator has an id of its own and says in Chinese what it counts', () => {
  expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
  for (const { sentence } of indicators) expect(sentence).toMatch(/[一-龥]{5}/);
});

describe('a solved finding', () => {
  const finding = record({ traits: { classes: ['livelihood:yes'] } });
  const solved = (children: readonly CountedRecord[], one = finding) =>
    counted('livelihoodProblemsSolved', one, around({}, children));

  test('is solved when the last of its items is closed, on that day', () => {
    const items = [item('closed', '2017-08-01'), item('closed', '2017-09-15')];
    expect(solved(items)).toEqual([{ unit: 'record', on: '2017-09-15', amount: 0 }]);
  });
  test.each(['open', 'longTerm'])('is not solved while one of its items is %s', (state) => {
    expect(solved([item('closed', '2017-08-01'), item(state, '2017-09-15')])).toEqual([]);
  });
  test('is not solved without any item', () => {
    expect(solved([])).toEqual([]);
  });
  test.each(['merged', 'dropped'])('does not count once it is %s', (state) => {
    expect(solved([item('closed', '2017-08-01')], { ...finding, state })).toEqual([]);
  });
});

test('a township-led round stands beside all other rounds', () => {
  const finding = record({ traits: { classes: ['violation:yes'] } });
  const township = around({ ledBy: 'township' });
  expect(counted('townshipLed.findings', finding, township)).toHaveLength(1);
  expect(counted('findings', finding, township)).toEqual([]);
  expect(counted('routine.violationFindings', finding, township)).toEqual([]);
  expect(counted('townshipLed.findings', finding, around())).toEqual([]);
});

test('an organization is counted by the kind it had when the assignment was issued', () => {
  const inspection = record({ kind: 'onsite.inspection', state: 'entered' });
  expect(counted('organizationsInspected.village', inspection, around())).toEqual([
    { unit: 'organization', on: '2017-05-04', amount: 0 },
  ]);
  expect(counted('organizationsInspected.township', inspection, around())).toEqual([]);
});

test('a person held accountable is counted by pseudonym, so that two outcomes are one person (rules.md 17)', () => {
  const outcome = record({
    kind: 'rectification.outcome',
    state: 'recorded',
    traits: { outcomeKind: 'accountability', persons: ['AAAA', 'BBBB'] },
  });
  const units = counted('personsHeldAccountable', outcome, around()).map(({ unit }) => unit);
  expect(units).toEqual(['AAAA', 'BBBB']);
});

test('before the round of a record is heard of, the record counts nowhere that asks about rounds', () => {
  const finding = record({ traits: { classes: ['violation:yes'] } });
  expect(counted('findings', finding, { round: null, parent: null, children: [] })).toEqual([]);
});
