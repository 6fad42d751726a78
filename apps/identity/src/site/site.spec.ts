import { expect, test } from 'vitest';
import * as site from './site.js';

const place = { code: 'r-2017', name: '演示市', abbreviation: '演' };
const start = new Date('2017-01-01T00:00:00.000Z');
const later = new Date('2017-02-01T00:00:00.000Z');
const rehearsal = site.open({ ...place, mode: 'rehearsal', clock: start });
const live = site.open({ ...place, mode: 'live', clock: null });

test('a rehearsal begins at its own instant, a live site has no clock of its own', () => {
  expect(rehearsal.facts[0]!.body).toEqual({
    code: 'r-2017',
    mode: 'rehearsal',
    abbreviation: '演',
    clock: '2017-01-01T00:00:00.000Z',
  });
  expect(live.facts[0]!.body).toMatchObject({ mode: 'live', clock: null });
  expect(() => site.open({ ...place, mode: 'live', clock: start })).toThrow('site.clock-of-live');
  expect(() => site.open({ ...place, mode: 'rehearsal', clock: null })).toThrow('site.clock-needed');
});

test('the clock of a rehearsal goes forwards and never back', () => {
  const { state, facts } = site.advanceClock(rehearsal.state, later);
  expect(state.clock).toEqual(later);
  expect(facts[0]!.body).toEqual({ code: 'r-2017', clock: '2017-02-01T00:00:00.000Z' });
  expect(() => site.advanceClock(state, start)).toThrow('site.clock-back');
  expect(() => site.advanceClock(state, later)).toThrow('site.clock-back');
});

test('nobody advances the clock of a live site', () => {
  expect(() => site.advanceClock(live.state, later)).toThrow('site.not-rehearsal');
});

test('a code belongs to one site for ever', () => {
  expect(site.siteId('330381')).toBe(site.siteId('330381'));
  expect(site.siteId('330381')).not.toBe(site.siteId('3303'));
});
