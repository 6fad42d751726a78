import { expect, test } from 'vitest';
import { ClassCode } from '@xuncha/contracts';
import { parseDate } from '@xuncha/domain-kit';
import { defaultTaxonomies } from './default-taxonomies.js';
import * as taxonomy from './taxonomy.js';

const on = parseDate('2017-01-01');
const named = (...codes: string[]) => ({
  title: '民生',
  classes: codes.map((code) => ({ code, title: code })),
});
const published = taxonomy.publish('t', 'livelihood', named('housing', 'land'), on).state;

test('a class that a new edition leaves out is retired, not removed, and can come back (RA17-13)', () => {
  const second = taxonomy.revise(published, named('land', 'water'), on).state;
  expect(second).toMatchObject({ edition: 2, classes: [{ code: 'land' }, { code: 'water' }, {}] });
  expect(second.classes[2]).toEqual({ code: 'housing', title: 'housing', retired: true });
  const third = taxonomy.revise(second, named('housing'), on).state;
  expect(third.classes.filter(({ retired }) => !retired).map(({ code }) => code)).toEqual(['housing']);
});

test('a finding takes classes of several taxonomies at once, those in force (RA17-13)', () => {
  const other = taxonomy.publish('u', 'violation', named('yes'), on).state;
  const revised = taxonomy.revise(published, named('land'), on).state;
  expect(() =>
    taxonomy.refuseUnknownClasses([revised, other], ['livelihood:land', 'violation:yes']),
  ).not.toThrow();
  expect(() => taxonomy.refuseUnknownClasses([revised, other], ['livelihood:housing'])).toThrow(
    'finding.class-unknown',
  );
  expect(() => taxonomy.refuseUnknownClasses([other], ['violation:yes', 'violation:yes'])).toThrow(
    'finding.class-twice',
  );
});

test('an edition names a class once', () => {
  expect(() => taxonomy.publish('t', 'livelihood', named('land', 'land'), on)).toThrow(
    'taxonomy.class-twice',
  );
});

test('what a new site begins with can be given to findings', () => {
  for (const [code, { classes }] of Object.entries(defaultTaxonomies)) {
    for (const one of classes) expect(ClassCode.safeParse(`${code}:${one.code}`).success).toBe(true);
  }
});
