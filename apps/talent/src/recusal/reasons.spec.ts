import { describe, expect, test } from 'vitest';
import type { OrganizationKind, RecusalReason } from '@xuncha/contracts';
import { addDays, addMonths, parseDate, type Id } from '@xuncha/domain-kit';
import { numbersFrom } from '@xuncha/testing/chance';
import { recusalsOf, type Circumstances, type Person, type Working } from './reasons.js';

const on = parseDate('2017-03-01');
const place = (kind: OrganizationKind, parentId: Id | null, mergedIntoId: Id | null = null) => ({
  kind,
  parentId,
  mergedIntoId,
});
/** Two counties of a city, each with townships and villages, and units. */
const tree = new Map([
  ['county', place('county', null)],
  ['bureau', place('municipalUnit', 'county')],
  ['station', place('budgetUnit', 'bureau')],
  ['town', place('township', 'county')],
  ['village', place('village', 'town')],
  ['next-village', place('village', 'town')],
  ['other-town', place('township', 'county')],
  ['other-village', place('village', 'other-town')],
  ['far-county', place('county', null)],
  ['far-town', place('township', 'far-county')],
  ['far-village', place('village', 'far-town')],
  ['former-office', place('municipalUnit', 'county', 'bureau')],
]);
const round: Circumstances = { tree, on, years: 3, cross: false, ledBy: 'county' };
const nobody: Person = { organizationId: null, career: [], homeId: null, relatives: [] };
const reasons = (person: Partial<Person>, organizationId: Id, within: Partial<Circumstances> = {}) =>
  recusalsOf({ ...nobody, ...person }, organizationId, { ...round, ...within });
const works = (organizationId: Id): Working => ({ organizationId, career: [] });
const worked = (organizationId: Id, to?: string): Working => ({
  organizationId: null,
  career: [{ organizationId, ...(to && { to: parseDate(to) }) }],
});

describe('nobody inspects where they work (rules.md 2)', () => {
  test('in the organization itself, or in a part of it', () => {
    expect(reasons(works('bureau'), 'bureau')).toEqual(['unit']);
    expect(reasons(works('station'), 'bureau')).toEqual(['unit']);
  });

  test('and may inspect what stands beside or below their unit', () => {
    expect(reasons(works('bureau'), 'town')).toEqual([]);
    expect(reasons(works('bureau'), 'station')).toEqual([]);
  });

  test('or in what was merged into the organization since', () => {
    expect(reasons(works('former-office'), 'bureau')).toEqual(['unit']);
    expect(reasons(worked('former-office', '2016-01-31'), 'bureau')).toEqual(['career']);
  });
});

describe('nobody inspects where they worked within the years of the profile (rules.md 2, recusal.years)', () => {
  test.each([
    ['2014-02-28', []],
    ['2014-03-01', ['career']],
    ['2016-12-31', ['career']],
    [undefined, ['career']],
  ] as [string | undefined, RecusalReason[]][])('a post held until %s', (to, expected) => {
    expect(reasons(worked('bureau', to), 'bureau')).toEqual(expected);
  });

  test('the day of the act counts, not the day it is recorded', () => {
    const left = worked('bureau', '2014-06-30');
    expect(reasons(left, 'bureau', { on: parseDate('2017-06-30') })).toEqual(['career']);
    expect(reasons(left, 'bureau', { on: parseDate('2017-07-01') })).toEqual([]);
  });

  test('a profile may ask for more years', () => {
    const left = worked('bureau', '2013-01-31');
    expect(reasons(left, 'bureau')).toEqual([]);
    expect(reasons(left, 'bureau', { years: 5 })).toEqual(['career']);
  });
});

describe('nobody inspects where close relatives work or have worked (rules.md 2)', () => {
  test('now', () => expect(reasons({ relatives: [works('station')] }, 'bureau')).toEqual(['kin']));

  test('within the years of the profile, and not longer', () => {
    expect(reasons({ relatives: [worked('bureau', '2016-01-31')] }, 'bureau')).toEqual(['kin']);
    expect(reasons({ relatives: [worked('bureau', '2013-01-31')] }, 'bureau')).toEqual([]);
  });
});

describe('nobody inspects the place they come from (HZ16-6, rules.md 2)', () => {
  test('in cross rounds: the county they come from or work in', () => {
    const cross = { cross: true };
    for (const homeId of ['county', 'town', 'other-town'])
      expect(reasons({ homeId }, 'bureau', cross)).toEqual(['place']);
    expect(reasons(works('town'), 'bureau', cross)).toEqual(['place']);
    expect(reasons({ homeId: 'far-town' }, 'bureau', cross)).toEqual([]);
    expect(reasons({ homeId: 'town' }, 'bureau')).toEqual([]);
  });

  test('in village rounds: their own township', () => {
    expect(reasons({ homeId: 'town' }, 'village')).toEqual(['place']);
    expect(reasons({ homeId: 'next-village' }, 'village')).toEqual(['place']);
    expect(reasons({ homeId: 'other-town' }, 'village')).toEqual([]);
    expect(reasons({ homeId: 'county' }, 'village')).toEqual([]);
    expect(reasons({ homeId: 'town' }, 'town')).toEqual([]);
  });

  test('a township’s people inspect its villages only in the rounds that townships lead themselves (RA17-7)', () => {
    expect(reasons(works('town'), 'village')).toEqual(['place']);
    expect(reasons(works('town'), 'village', { ledBy: 'township' })).toEqual([]);
    expect(reasons({ ...works('town'), homeId: 'town' }, 'village', { ledBy: 'township' })).toEqual([
      'place',
    ]);
  });
});

test('every reason is told', () => {
  const person = { organizationId: 'village', career: [{ organizationId: 'village' }], homeId: 'town' };
  expect(reasons({ ...person, relatives: [works('village')] }, 'village')).toEqual([
    'kin',
    'unit',
    'career',
    'place',
  ]);
});

test('posts outside the register are nobody’s that is inspected, and a circle of mergers ends', () => {
  expect(reasons({ career: [{}], homeId: 'unheard-of' }, 'bureau', { cross: true })).toEqual([]);
  const circle = new Map([
    ['a', place('municipalUnit', null, 'b')],
    ['b', place('municipalUnit', null, 'a')],
  ]);
  expect(reasons(works('a'), 'b', { tree: circle })).toEqual(['unit']);
});

describe('for people, kin and careers made by chance', () => {
  const chance = numbersFrom(20170301);
  const ids = [...tree.keys()];
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const some = <T>(make: () => T): T[] => Array.from({ length: Math.floor(chance() * 4) }, make);
  const working = (): Working => ({
    organizationId: chance() < 0.3 ? null : one(ids),
    career: some(() => ({
      ...(chance() < 0.9 && { organizationId: one(ids) }),
      ...(chance() < 0.8 && { to: addDays(on, -Math.floor(chance() * 2200)) }),
    })),
  });
  const cases = Array.from({ length: 400 }, () => ({
    person: {
      ...working(),
      homeId: chance() < 0.3 ? null : one(ids),
      relatives: some(working),
    },
    organizationId: one(ids),
    within: {
      cross: chance() < 0.5,
      ledBy: one(['county', 'township'] as const),
      years: 1 + Math.floor(chance() * 5),
    },
  }));
  const below = (id: Id): Set<Id> => {
    const within = new Set([id]);
    for (const it of within)
      for (const [child, { parentId, mergedIntoId }] of tree)
        if (parentId === it || mergedIntoId === it) within.add(child);
    return within;
  };

  test('whoever has no part below the organization is recused for no work, and whoever has one is (rules.md 2)', () => {
    for (const { person, organizationId, within } of cases) {
      const parts = below(organizationId);
      const here = (unit: Id | null | undefined) => !!unit && parts.has(unit);
      const hasPost = ({ career }: Working) =>
        career.some(
          (post) => here(post.organizationId) && (!post.to || addMonths(post.to, 12 * within.years) >= on),
        );
      const expected = {
        kin: person.relatives.some((kin) => here(kin.organizationId) || hasPost(kin)),
        unit: here(person.organizationId),
        career: hasPost(person),
      };
      const found = reasons(person, organizationId, within).filter((reason) => reason !== 'place');
      expect(found).toEqual(Object.entries(expected).flatMap(([reason, holds]) => (holds ? [reason] : [])));
    }
  });

  test('more kin, more posts or more years never make a recusal go away; time alone never makes a new one', () => {
    for (const { person, organizationId, within } of cases) {
      const found = reasons(person, organizationId, within);
      const more = { ...person, relatives: [...person.relatives, working()] };
      expect(reasons(more, organizationId, within)).toEqual(expect.arrayContaining(found));
      const longer = { ...within, years: within.years + 1 };
      expect(reasons(person, organizationId, longer)).toEqual(expect.arrayContaining(found));
      const later = reasons(person, organizationId, { ...within, on: addMonths(on, 6) });
      expect(found).toEqual(expect.arrayContaining(later));
    }
  });

  test('a cross round recuses at least whom any other round does, and a county’s at least whom a township’s does', () => {
    for (const { person, organizationId, within } of cases) {
      const ask = (more: Partial<Circumstances>) => reasons(person, organizationId, { ...within, ...more });
      expect(ask({ cross: true })).toEqual(expect.arrayContaining(ask({ cross: false })));
      expect(ask({ ledBy: 'county' })).toEqual(expect.arrayContaining(ask({ ledBy: 'township' })));
    }
  });
});
