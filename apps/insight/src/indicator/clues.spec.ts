import { describe, expect, test } from 'vitest';
import type { ClueTraits } from '../record/record.js';
import { around, counted, day, entryDay, nothingAround, record, units } from './indicator.fixture.js';

const [raisedOn, deliveredOn, receivedOn, concludedOn] = [
  '2017-05-04',
  '2017-05-20',
  '2017-05-22',
  '2017-09-01',
].map(day) as [never, never, never, never];
const clue = (more: ClueTraits = {}) =>
  record('clues.clue', { clue: { raisedOn, deliveredOn, receivedOn, concludedOn, ...more } });

describe('a clue', () => {
  test.each([
    ['joint.clues', { joint: true }, raisedOn],
    ['cross.clues', { cross: true }, raisedOn],
    ['upgraded.clues', { upgraded: true }, raisedOn],
    ['townshipLed.clues', { ledBy: 'township' }, raisedOn],
    ['cluesTransferred', {}, deliveredOn],
    ['routine.cluesAssigned', { kind: 'routine' }, receivedOn],
    ['joint.cluesConcluded', { joint: true }, concludedOn],
  ] as const)('counts in %s of its round, on the day of that stage', (id, round, on) => {
    expect(counted(id, clue(), around(round))).toEqual([{ unit: 'record', on }]);
    const other = id === 'cluesTransferred' ? { ledBy: 'township' as const } : { kind: 'special' as const };
    expect(units(id, clue(), around(other))).toEqual([]);
  });
  test.each(['townshipLed.clues', 'cluesTransferred', 'routine.cluesAssigned'])(
    'that was merged counts in %s through the one that absorbed it (rules.md 17)',
    (id) => {
      const round = id.startsWith('township') ? { ledBy: 'township' as const } : {};
      expect(units(id, clue({ isMerged: true }), around(round))).toEqual([]);
    },
  );
  test('counts at no stage that it has not reached', () => {
    const raised = record('clues.clue', { clue: { raisedOn } });
    expect(units('cluesTransferred', raised)).toEqual([]);
    expect(units('routine.cluesAssigned', raised)).toEqual([]);
    expect(units('joint.cluesConcluded', raised, around({ joint: true }))).toEqual([]);
  });
  test('that moved up counts as handed over where it went, though no round there led to it (rules.md 7)', () => {
    const movedUp = record('clues.clue', { clue: { isFromCounty: true, deliveredOn } });
    expect(units('cluesTransferred', movedUp, nothingAround)).toEqual(['record']);
    expect(units('cluesTransferred', clue(), nothingAround)).toEqual([]);
  });
});

describe('what came of a clue', () => {
  const outcome = (outcomeKind: string, persons: string[], more = {}) =>
    record('clues.outcome', { outcomeKind, persons, ...more }, { parentId: 'clue' });
  const filed = outcome('filed', ['AAAA', 'BBBB']);

  test('is counted in persons (rules.md 17)', () => {
    expect(counted('personsFiled', filed)).toEqual([
      { unit: 'AAAA', on: entryDay },
      { unit: 'BBBB', on: entryDay },
    ]);
  });
  test('counts no more when it was withdrawn', () => {
    expect(units('personsFiled', { ...filed, state: 'withdrawn' })).toEqual([]);
  });
  test.each([
    ['personsHandled.judicial', 'judicial', {}],
    ['joint.personsJudicial', 'judicial', { joint: true }],
    ['poverty.personsJudicial', 'judicial', { theme: 'poverty-relief' }],
    ['joint.personsFiled', 'filed', { joint: true }],
    ['upgraded.personsFiled', 'filed', { upgraded: true }],
    ['personsHandled.disciplinary', 'sanction', {}],
    ['personsHandled.publiclyNamed', 'namedPublicly', {}],
    ['personsHandled', 'sanction', {}],
    ['personsHandled', 'measure', {}],
    ['townshipLed.personsHandled', 'judicial', { ledBy: 'township' }],
    ['townshipLed.personsHandled', 'measure', { ledBy: 'township' }],
    ['townshipLed.personsHandled', 'sanction', { ledBy: 'township' }],
  ] as const)('counts in %s where it is %s', (id, kind, round) => {
    expect(units(id, outcome(kind, ['AAAA']), around(round))).toEqual(['AAAA']);
    expect(units(id, outcome('recovered', ['AAAA']), around(round))).toEqual([]);
    const elsewhere = 'ledBy' in round ? {} : { ledBy: 'township' as const };
    expect(units(id, outcome(kind, ['AAAA']), around(elsewhere))).toEqual([]);
  });
  test('for the same matter is discipline where there is a sanction, whatever else was done (hangzhou-2016)', () => {
    const measure = outcome('measure', ['AAAA', 'BBBB']);
    const sanction = outcome('sanction', ['BBBB']);
    const matter = around({}, { related: [measure, sanction] });
    expect(units('personsHandled.organizational', measure, matter)).toEqual(['AAAA']);
    expect(units('personsHandled.disciplinary', sanction, matter)).toEqual(['BBBB']);
    const mended = around({}, { related: [measure, { ...sanction, state: 'withdrawn' }] });
    expect(units('personsHandled.organizational', measure, mended)).toEqual(['AAAA', 'BBBB']);
  });
  test('makes one case of the clue, however many outcomes it has', () => {
    const counts = (kind: string) => units('casesOfMisconduct', outcome(kind, ['AAAA']));
    expect(['filed', 'sanction', 'measure'].map(counts)).toEqual([['clue'], ['clue'], ['clue']]);
    expect(['judicial', 'recovered', 'namedPublicly'].flatMap(counts)).toEqual([]);
  });
  test('may change a post (suzhou-pilot)', () => {
    expect(units('officialsAdjusted', outcome('measure', ['AAAA'], { adjustsPost: true }))).toEqual(['AAAA']);
    expect(units('officialsAdjusted', outcome('measure', ['AAAA'], { adjustsPost: false }))).toEqual([]);
  });
  test('that moved up counts where it went, in figures without a prefix', () => {
    const movedUp = { ...nothingAround, parent: record('clues.clue', { clue: { isFromCounty: true } }) };
    expect(units('personsFiled', filed, movedUp)).toEqual(['AAAA', 'BBBB']);
    expect(units('joint.personsFiled', filed, movedUp)).toEqual([]);
  });
});
