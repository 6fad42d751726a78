import { describe, expect, test } from 'vitest';
import type { Member, Traits } from '../record/record.js';
import { around, counted, day, entryDay, record, units } from './indicator.fixture.js';

const may = day('2017-05-04');
const june = day('2017-06-01');

describe('an authorized team', () => {
  const member = (inspectorId: string, since = may): Member => ({
    inspectorId,
    accountId: 'account',
    role: 'member',
    since,
    until: null,
  });
  const team = record('talent.team', { members: [member('a'), member('b', june)] }, { id: 'team' });

  test('is one authorization, and each of its people takes part once (rules.md 1)', () => {
    expect(counted('teamsFormed', team)).toEqual([{ unit: 'team', on: entryDay }]);
    expect(counted('inspectorParticipations', team)).toEqual([
      { unit: 'a/team', on: may },
      { unit: 'b/team', on: june },
    ]);
  });
  test('of a township-led round stands beside', () => {
    expect(units('teamsFormed', team, around({ ledBy: 'township' }))).toEqual([]);
    expect(units('inspectorParticipations', team, around({ ledBy: 'township' }))).toEqual([]);
  });
});

describe('an inspector', () => {
  const inspector = (traits: Traits) => record('talent.inspector', traits);

  test('stands in the pool from entry until leaving, as one of three forces (SP-5)', () => {
    const standing = inspector({
      spans: [
        { as: 'standing', from: may, until: june },
        { as: 'fullTime', from: june, until: null },
      ],
    });
    expect(counted('fullTimeInspectors', standing)).toEqual([{ unit: 'record', on: june, until: undefined }]);
    expect(counted('inspectorsInPool', standing)).toEqual([
      { unit: 'record', on: may, until: june },
      { unit: 'record', on: june, until: undefined },
    ]);
  });
  test('is trained by the city, outside, or at all (NB17-16)', () => {
    const trained = inspector({
      trainings: [
        { heldBy: 'site', on: may },
        { heldBy: 'city', on: june },
      ],
    });
    expect(counted('trainees', trained).map(({ on }) => on)).toEqual([may, june]);
    expect(counted('trainedByCity', trained)).toEqual([{ unit: 'record', on: june }]);
    expect(units('inspectorsSentToTraining', trained)).toEqual([]);
    expect(
      units('inspectorsSentToTraining', inspector({ trainings: [{ heldBy: 'outside', on: may }] })),
    ).toEqual(['record']);
  });
  test.each([
    ['division', true, 1],
    ['deputyDivision', true, 1],
    ['division', false, 0],
    ['section', true, 0],
  ])(
    'promoted to %s, after an inspection post: %s, counts %i times (HZP-13)',
    (rank, afterInspectionPost, times) => {
      const promoted = inspector({ promotions: [{ rank, afterInspectionPost, on: may }] });
      expect(units('promotedToDivisionRank', promoted)).toHaveLength(times);
    },
  );
});
