import { expect, test } from 'vitest';
import { counted, day, nothingAround, record, units } from './indicator.fixture.js';

const may = day('2017-05-04');

test('a hearing is counted by the body that heard (RA17-12)', () => {
  const hearing = (hearingBody: string) => record('planning.hearing', { hearingBody });
  const counts = (id: string) =>
    ['standingCommittee', 'fivePersonGroup', 'leadingGroup', 'townshipCommittee'].filter(
      (body) => units(id, hearing(body), nothingAround).length > 0,
    );
  expect(counts('hearings.standingCommittee')).toEqual(['standingCommittee']);
  expect(counts('hearings.leadingOrFivePersonGroup')).toEqual(['fivePersonGroup', 'leadingGroup']);
});

test('a village is one of the population from its registration until it is merged or dissolved (HZ16-2)', () => {
  const village = record('planning.organization', { spans: [{ as: 'village', from: may, until: null }] });
  expect(counted('villagePopulation', village, nothingAround)).toEqual([
    { unit: 'record', on: may, until: undefined },
  ]);
  const township = record('planning.organization', { spans: [{ as: 'township', from: may, until: null }] });
  expect(counted('villagePopulation', township, nothingAround)).toEqual([]);
});
