// Relatives who are in the pool themselves: recusal from kin (rules.md 2) is only as good as what is written here.
import { expect, test } from 'vitest';
import type { Kin } from '@xuncha/contracts';
import { registered } from './inspector.fixture.js';
import type { KinOf } from './kinship.js';

const of = (relation: Kin['relation'], inspectorId: string): Kin => ({ relation, inspectorId });
const register = (kin: Kin[], others: KinOf[] = []) => registered({ kin }, others).state.kin;

test('nobody is their own relative', () => {
  expect(() => register([of('spouse', 'person')])).toThrow('inspector.own-kin');
});

test('nobody is two relatives of one person', () => {
  expect(() => register([of('parent', 'a'), of('child', 'a')])).toThrow('inspector.kin-twice');
});

test('a relative is in some unit, or in the pool', () => {
  expect(() => register([{ relation: 'spouse' }])).toThrow('inspector.kin-without-place');
  expect(register([{ relation: 'spouse', organizationId: 'unit' }])).toHaveLength(1);
});

test('nobody descends from themselves, whoever wrote down which part of it', () => {
  const mother = { id: 'a', kin: [of('parent', 'b')] };
  const grandmother = { id: 'b', kin: [of('parent', 'person')] };
  expect(() => register([of('parent', 'a')], [mother, grandmother])).toThrow('inspector.kin-loop');
  const childOfPerson = { id: 'a', kin: [of('parent', 'person')] };
  expect(() => register([of('parent', 'a')], [childOfPerson])).toThrow('inspector.kin-loop');
  const parentOfPerson = { id: 'a', kin: [of('child', 'person')] };
  expect(() => register([of('child', 'a')], [parentOfPerson])).toThrow('inspector.kin-loop');
});

test('two who say the same of each other agree: parent and child, sisters, spouses', () => {
  const mother = { id: 'a', kin: [of('child', 'person'), of('sibling', 'b')] };
  expect(register([of('parent', 'a'), of('inLaw', 'b')], [mother])).toHaveLength(2);
  const wife = { id: 'c', kin: [of('spouse', 'person')] };
  expect(register([of('spouse', 'c')], [wife])).toHaveLength(1);
});

test('what an older version of the same record said does not count', () => {
  const older = { id: 'person', kin: [of('child', 'a')] };
  expect(register([of('parent', 'a')], [older])).toHaveLength(1);
});
