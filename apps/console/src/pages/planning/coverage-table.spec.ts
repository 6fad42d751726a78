import { expect, test } from 'vitest';
import { beginOf, percentOf, tableOf } from './coverage-table.js';

const parents: Readonly<Record<string, string | null>> = {
  city: null,
  county: 'city',
  town: 'county',
  other: 'county',
};
const parentOf = (id: string) => parents[id];
const place = (parentId: string | null, kind: string, organizations: number, inspected: number) =>
  ({ parentId, kind, organizations, inspected, percent: null }) as never;
const places = [
  place(null, 'city', 1, 0),
  place('city', 'county', 1, 0),
  place('city', 'municipalUnit', 8, 4),
  place('county', 'township', 2, 1),
  place('town', 'village', 10, 5),
  place('other', 'village', 30, 0),
];

test('a row adds up everything below its place, and says that it is not all directly there', () => {
  const { rows } = tableOf(places, 'city', parentOf);
  const county = rows.find(({ placeId }) => placeId === 'county')!;
  expect(county).toMatchObject({ organizations: 42, inspected: 6 });
  expect(county.cells.get('village')).toMatchObject({ organizations: 40, inspected: 5, isDirect: false });
  expect(county.cells.get('township')).toMatchObject({ isDirect: true });
});

test('what stands elsewhere is no part of a place', () => {
  expect(tableOf(places, 'town', parentOf).rows.map(({ placeId }) => placeId)).toEqual(['town']);
});

test('the table begins at the one place that everything stands below', () => {
  expect(beginOf(places, parentOf)).toBe('city');
  expect(beginOf([...places, place('elsewhere', 'village', 1, 0)], parentOf)).toBeNull();
});

test('a rate is a whole per cent, halves up; nothing of nothing has none', () => {
  expect(percentOf({ organizations: 200, inspected: 1 })).toBe(1);
  expect(percentOf({ organizations: 0, inspected: 0 })).toBeNull();
});
