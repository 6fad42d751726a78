import { describe, expect, test } from 'vitest';
import type { Member } from '../record/record.js';
import { around, counted, day, entryDay, record, units } from './indicator.fixture.js';

const confirmed = { state: 'confirmed' };
const item = (state: string, on: string) =>
  record('rectification.item', {}, { id: `item ${on}`, state, on: day(on) });

describe('a solved finding', () => {
  const finding = record('onsite.finding', { classes: ['livelihood:yes'] }, confirmed);
  const solved = (items: ReturnType<typeof item>[], one = finding) =>
    counted('livelihoodProblemsSolved', one, around({}, { related: items }));

  test('is solved when the last of its items is closed, on that day', () => {
    const items = [item('closed', '2017-08-01'), item('closed', '2017-09-15')];
    expect(solved(items)).toEqual([{ unit: 'record', on: '2017-09-15' }]);
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

describe('a finding', () => {
  const finding = record('onsite.finding', { classes: ['violation:yes'], amount: 500 }, confirmed);

  test('of a township-led round stands beside all others', () => {
    const township = around({ ledBy: 'township' });
    expect(units('townshipLed.findings', finding, township)).toEqual(['record']);
    expect(units('findings', finding, township)).toEqual([]);
    expect(units('routine.violationFindings', finding, township)).toEqual([]);
    expect(units('townshipLed.findings', finding)).toEqual([]);
  });
  test.each(['joint', 'cross', 'upgraded'] as const)(
    'of a round flagged %s is part of all findings',
    (flag) => {
      const flagged = around({ [flag]: true });
      expect(units(`${flag}.findings`, finding, flagged)).toEqual(['record']);
      expect(units('findings', finding, flagged)).toEqual(['record']);
      expect(units(`${flag}.findings`, finding)).toEqual([]);
    },
  );
  test('brings the amount that the leader stated', () => {
    expect(counted('joint.amountInvolved', finding, around({ joint: true }))).toEqual([
      { unit: 'record', on: entryDay, amount: 500 },
    ]);
  });
});

describe('an inspected organization', () => {
  const inspection = record('onsite.inspection', {}, { state: 'entered' });
  const of = (kind: string, round = {}) =>
    around(round, {
      parent: record('planning.assignment', {
        designation: '县委第一巡察组',
        organizationKinds: { organization: kind },
      }),
    });

  test('is counted by the kind it had when the assignment was issued', () => {
    expect(units('organizationsInspected.village', inspection, of('village'))).toEqual(['organization']);
    expect(units('organizationsInspected.township', inspection, of('village'))).toEqual([]);
  });
  test('of kind village or budgetUnit is among the 1,627 of hangzhou-2016', () => {
    const key = 'organizationsInspected.secondLevelBudgetUnitsAndVillages';
    const counts = (kind: string) => units(key, inspection, of(kind)).length === 1;
    expect(['village', 'budgetUnit', 'municipalUnit'].filter(counts)).toEqual(['village', 'budgetUnit']);
  });
  test('that a township inspected is covered all the same (HZ16-2)', () => {
    const township = of('village', { ledBy: 'township' });
    expect(units('villagesInspected', inspection, township)).toEqual(['organization']);
    expect(units('organizationsInspected.village', inspection, township)).toEqual([]);
  });
  test('in a round of kind special makes its county one with a special inspection (ningbo-2017)', () => {
    const key = 'special.organizationsInspected';
    expect(units(key, inspection, of('village', { kind: 'special' }))).toEqual(['organization']);
    expect(units(key, inspection, of('village'))).toEqual([]);
  });
  test('is counted per team where each takes as many (SP-2)', () => {
    expect(counted('upgraded.organizationsPerTeam', inspection, of('county', { upgraded: true }))).toEqual([
      { unit: 'organization', team: '县委第一巡察组', on: entryDay },
    ]);
    expect(units('areasPerTeam', inspection, of('village'))).toEqual([]);
    expect(units('areasPerTeam', inspection, of('zone'))).toEqual(['organization']);
  });
});

describe('who inspected', () => {
  const inspection = record('onsite.inspection', {}, { state: 'entered' });
  const member = (inspectorId: string, more: Partial<Member> = {}): Member => ({
    inspectorId,
    accountId: 'account',
    role: 'member',
    since: day('2017-04-20'),
    until: null,
    ...more,
  });
  const by = (...members: readonly Member[]) =>
    around({}, { team: record('talent.team', { members }, { id: 'team' }) });

  test('counts from the entry; who was lent by the city is no inspector of this site (RA17-6)', () => {
    const team = by(member('own'), member('lent', { lent: true }));
    expect(counted('inspectors', inspection, team)).toEqual([{ unit: 'own', on: entryDay }]);
  });
  test('is not who had been replaced before the entry, and is who came later, from that day', () => {
    const team = by(
      member('left', { until: day('2017-05-01') }),
      member('leftLater', { until: day('2017-06-01') }),
      member('came', { since: day('2017-06-01') }),
    );
    expect(counted('inspectors', inspection, team)).toEqual([
      { unit: 'leftLater', on: entryDay },
      { unit: 'came', on: '2017-06-01' },
    ]);
  });
  test('has a role in the team (WH17-1)', () => {
    const team = by(
      member('a', { role: 'leader' }),
      member('b', { role: 'deputy' }),
      member('c'),
      member('d'),
    );
    const names = ['leadersPerTeam', 'deputiesPerTeam', 'staffPerTeamMin', 'staffPerTeamMax'];
    expect(names.map((id) => units(id, inspection, team))).toEqual([['a'], ['b'], ['c', 'd'], ['c', 'd']]);
    expect(counted('leadersPerTeam', inspection, team)).toEqual([{ unit: 'a', on: entryDay, team: 'team' }]);
  });
  test('is not known before the team is', () => {
    expect(units('inspectors', inspection)).toEqual([]);
  });
});
