import { describe, expect, test } from 'vitest';
import { ClueNature, type ClueRoute } from '@xuncha/contracts';
import * as routing from './routing.js';

const line = (
  nature: ClueRoute['nature'],
  kind: ClueRoute['kind'],
  more: Partial<ClueRoute> = {},
): ClueRoute => ({
  nature,
  kind,
  authority: 'county',
  organId: kind,
  ...more,
});
const empty = routing.open('routing', '330381').state;
const table = routing.change(empty, {
  level: 'county',
  routes: [
    line('breach', 'discipline'),
    line('inaction', 'accountability'),
    line('crime', 'police'),
    line('petition', 'petitionOffice'),
  ],
}).state;
const clue: routing.Bound = {
  nature: 'breach',
  authority: 'county',
  organizationId: 'village',
  concernsId: null,
  petitionId: null,
};

describe('routing by nature (WH17-5)', () => {
  test.each([
    ['breach', 'discipline'],
    ['inaction', 'accountability'],
    ['petition', 'petitionOffice'],
    ['work', 'unit'],
  ] as const)('%s goes to %s, as the source has it', (nature, kind) => {
    expect(routing.usualKind[nature]).toBe(kind);
  });
  test('every nature has somewhere to go, and by default none of them to police (rules.md 14)', () => {
    const kinds = ClueNature.options.map((nature) => routing.usualKind[nature]);
    expect(kinds.every(Boolean)).toBe(true);
    expect(kinds).not.toContain('police');
  });
  test('the table of the office says which organ; where it has no line, only the usual kind is proposed', () => {
    expect(routing.propose(table, clue)).toEqual({
      kind: 'discipline',
      organId: 'discipline',
      movesUp: false,
    });
    const personnel = { ...clue, nature: 'personnel' as const };
    const usual = { kind: 'organizationDepartment', organId: null, movesUp: false };
    expect(routing.propose(table, personnel)).toEqual(usual);
  });
  test('a work problem is solved with the unit it arose in', () => {
    const work = { ...clue, nature: 'work' as const };
    expect(routing.propose(table, work)).toMatchObject({ kind: 'unit', organId: 'village' });
    expect(() => routing.refuseOrgan(table, work, 'village')).not.toThrow();
  });
  test('the office edits the table: one line per nature and authority, none above its own level (rules.md 7)', () => {
    const edit = (routes: ClueRoute[]) => () => routing.change(empty, { level: 'county', routes });
    expect(edit([line('breach', 'discipline'), line('breach', 'accountability')])).toThrow(
      'routing.route-twice',
    );
    expect(edit([line('breach', 'discipline', { authority: 'city' })])).toThrow('routing.above-level');
  });
});

describe('a clue goes to the organ with authority over the person (rules.md 7)', () => {
  test('what the level above manages moves up; no organ of the site gets it', () => {
    const above = { ...clue, authority: 'city' as const };
    expect(routing.propose(table, above)).toEqual({ kind: null, organId: null, movesUp: true });
    expect(() => routing.refuseOrgan(table, above, 'discipline')).toThrow('clue.belongs-above');
  });
  test('an organ that the table does not name for that authority is refused', () => {
    expect(() => routing.refuseOrgan(table, clue, 'stranger')).toThrow('clue.organ-without-authority');
  });
  test('a city’s table also says who deals with what a county manages', () => {
    const city = routing.open('routing', '3303').state;
    const routes = [
      line('breach', 'discipline', { authority: 'city', organId: 'city-discipline' }),
      line('breach', 'discipline', { organId: 'county-discipline' }),
    ];
    const both = routing.change(city, { level: city.level, routes }).state;
    expect(routing.propose(both, clue).organId).toBe('county-discipline');
    expect(() => routing.refuseOrgan(both, clue, 'city-discipline')).toThrow('clue.organ-without-authority');
  });
});

describe('a petitioner is not a subject of inspection (rules.md 14)', () => {
  const petition = { ...clue, petitionId: 'petition', concernsId: 'bureau' };

  test('a complaint never goes to the unit complained about, whatever its nature', () => {
    for (const nature of ClueNature.options)
      for (const unit of ['bureau', 'village'])
        expect(() => routing.refuseOrgan(table, { ...petition, nature }, unit)).toThrow(
          'clue.organ-complained-about',
        );
    const work = { ...petition, nature: 'work' as const };
    expect(routing.propose(table, work)).toMatchObject({ kind: 'unit', organId: null });
  });
  test('nor does a clue that the team found itself go to the unit it is about', () => {
    expect(() => routing.refuseOrgan(table, clue, 'village')).toThrow('clue.organ-complained-about');
  });
  test('only the report of a specific crime goes to police', () => {
    for (const nature of ClueNature.options) {
      const attempt = () => routing.refuseOrgan(table, { ...petition, nature }, 'police');
      if (nature === 'crime') expect(attempt).not.toThrow();
      else expect(attempt).toThrow('clue.police-only-for-crime');
    }
  });
  test('no table says otherwise', () => {
    const routes = [line('petition', 'police')];
    expect(() => routing.change(empty, { level: 'county', routes })).toThrow('routing.police-only-for-crime');
  });
});
