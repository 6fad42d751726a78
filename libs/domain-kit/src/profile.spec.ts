import { describe, expect, test } from 'vitest';
import { addDays, parseDate as date } from './date.js';
import { days, months, workdays } from './duration.js';
import { customize, profileOf, reminderDate, type ProfileChanges } from './profile.js';

const profile = profileOf('national-2017');

describe('a regulation profile (rules.md, profiles)', () => {
  test('gives two months for the rectification report in 2017 and six since 2024', () => {
    expect(profile.durations['report.due']).toEqual(months(2));
    expect(profileOf('national-2024').durations['report.due']).toEqual(months(6));
  });

  test('differs in nothing else between 2017 and 2024', () => {
    const { durations, limits } = profileOf('national-2024');
    expect(limits).toEqual(profile.limits);
    expect({ ...durations, 'report.due': months(2) }).toEqual(profile.durations);
  });

  test.each([
    ['feedback.after.decision', workdays(15)],
    ['plan.due', days(15)],
    ['clue.feedback.due', months(3)],
    ['clue.receipt.due', workdays(3)],
    ['urgent.clue.handover', workdays(1)],
    ['information.request.due', workdays(10)],
    ['notice.before.entry', workdays(3)],
    ['special.filing.before.start', workdays(10)],
    ['petition.answer.due', days(60)],
  ] as const)('sets %s', (key, duration) => expect(profile.durations[key]).toEqual(duration));

  test('that nobody wrote is refused', () => {
    expect(() => profileOf('national-2099')).toThrow(
      expect.objectContaining({ code: 'profile.unknown', facts: { key: 'national-2099' } }),
    );
  });
});

describe('an office’s own profile', () => {
  test('changes what it names and keeps the rest', () => {
    const own = customize(profile, 'ruian-2018', {
      durations: { 'plan.due': days(20) },
      limits: { 'team.size': { least: 6, most: 10 } },
    });
    expect(own.durations).toEqual({ ...profile.durations, 'plan.due': days(20) });
    expect(own.limits).toEqual({ ...profile.limits, 'team.size': { least: 6, most: 10 } });
    expect(profileOf('ruian-2018', [profile, own])).toBe(own);
    expect(profile.durations['plan.due']).toEqual(days(15));
  });

  test.each<[string, object]>([
    ['profile.unknown-rule', { durations: { 'plan.duee': days(1) } }],
    ['profile.unknown-rule', { limits: { toString: 3 } }],
    ['profile.bad-value', { durations: { 'plan.due': days(0) } }],
    ['profile.bad-value', { durations: { 'plan.due': days(1.5) } }],
    ['profile.bad-value', { durations: { 'plan.due': { count: 3, unit: 'week' } } }],
    ['profile.bad-value', { limits: { 'recusal.years': -1 } }],
    ['profile.bad-value', { limits: { 'team.size': { least: 5 } } }],
    ['profile.bad-value', { limits: { 'term.coverage': 100 } }],
    ['profile.bad-value', { limits: { 'team.ranks': { leader: ['division'] } } }],
    ['profile.bad-value', { limits: { 'team.ranks': { leader: 'division', deputy: [] } } }],
  ])('is refused as %s when it says %j', (code, changes) =>
    expect(() => customize(profile, 'ruian-2018', changes as ProfileChanges)).toThrow(code),
  );

  test('needs a key of its own', () => {
    expect(() => customize(profile, 'national-2017', {})).toThrow('profile.key-taken');
  });
});

describe('a reminder', () => {
  test.each([
    ['15 days: a third is 5', 15, 5],
    ['2 months: a third is more than a week, so 7', 61, 7],
    ['21 days: a third is just 7', 21, 7],
    ['20 days: six whole days', 20, 6],
    ['3 days: one', 3, 1],
    ['1 day: on the last day itself', 1, 0],
  ])('comes a third of the time before, 7 days at most; of %s', (_, time, ahead) => {
    const due = addDays(date('2017-03-16'), time);
    expect(reminderDate(profile, date('2017-03-16'), due)).toBe(addDays(due, -ahead));
  });
});
