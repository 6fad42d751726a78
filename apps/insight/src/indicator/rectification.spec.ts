import { expect, test } from 'vitest';
import { around, record, units } from './indicator.fixture.js';

const accountability = record('rectification.outcome', {
  outcomeKind: 'accountability',
  persons: ['AAAA', 'BBBB'],
});

test('a person held accountable is counted by pseudonym, so that two outcomes are one person (rules.md 17)', () => {
  expect(units('accountabilityPersons', accountability)).toEqual(['AAAA', 'BBBB']);
  expect(units('accountabilityCases', accountability)).toEqual(['record']);
});

test('a person held accountable under a theme is part of all', () => {
  const poverty = around({ theme: 'poverty-relief' });
  expect(units('poverty.personsHeldAccountable', accountability, poverty)).toEqual(['AAAA', 'BBBB']);
  expect(units('poverty.personsHeldAccountable', accountability)).toEqual([]);
});

test('an outcome that was withdrawn brought nothing about', () => {
  const withdrawn = { ...accountability, state: 'withdrawn' };
  expect(units('accountabilityPersons', withdrawn)).toEqual([]);
});
