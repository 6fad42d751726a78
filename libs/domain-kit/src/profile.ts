import { addDays, daysBetween, type BusinessDate } from './date.js';
import { days, months, workdays, type Duration } from './duration.js';
import { refuseIf, refuseUnless } from './refusal.js';

/** The durations a regulation sets, by their keys in rules.md. */
export interface ProfileDurations {
  readonly 'feedback.after.decision': Duration;
  readonly 'plan.due': Duration;
  readonly 'report.due': Duration;
  readonly 'clue.feedback.due': Duration;
  readonly 'clue.receipt.due': Duration;
  readonly 'urgent.clue.handover': Duration;
  readonly 'information.request.due': Duration;
  readonly 'notice.before.entry': Duration;
  readonly 'special.filing.before.start': Duration;
  readonly 'petition.answer.due': Duration;
}

/** Thresholds that are no durations. */
export interface ProfileLimits {
  /** Amber: one part in `oneIn` of the time before it is due, `atMostDays` at most. */
  readonly 'reminder.before.due': { readonly oneIn: number; readonly atMostDays: number };
  readonly 'recusal.years': number;
  readonly 'team.size': { readonly least: number; readonly most: number };
  /** Ranks that leaders and deputies are taken from (WH17-1); none named: any. */
  readonly 'team.ranks': { readonly leader: readonly string[]; readonly deputy: readonly string[] };
  readonly 'term.coverage': { readonly percent: number };
}

/** What one regulation, year and place ask; chosen when a round is approved, kept by all that grows from it. */
export interface Profile {
  readonly key: string;
  readonly durations: ProfileDurations;
  readonly limits: ProfileLimits;
}

const national2017: Profile = {
  key: 'national-2017',
  durations: {
    'feedback.after.decision': workdays(15),
    'plan.due': days(15),
    'report.due': months(2),
    'clue.feedback.due': months(3),
    'clue.receipt.due': workdays(3),
    'urgent.clue.handover': workdays(1),
    'information.request.due': workdays(10),
    'notice.before.entry': workdays(3),
    'special.filing.before.start': workdays(10),
    'petition.answer.due': days(60),
  },
  limits: {
    'reminder.before.due': { oneIn: 3, atMostDays: 7 },
    'recusal.years': 3,
    'team.size': { least: 5, most: 8 },
    'team.ranks': { leader: [], deputy: [] },
    'term.coverage': { percent: 100 },
  },
};

const national2024: Profile = {
  ...national2017,
  key: 'national-2024',
  durations: { ...national2017.durations, 'report.due': months(6) },
};

export const nationalProfiles: readonly Profile[] = [national2017, national2024];

/** The profile of that key, among an office's own where it has some. */
export function profileOf(key: string, profiles: readonly Profile[] = nationalProfiles): Profile {
  const profile = profiles.find((candidate) => candidate.key === key);
  refuseUnless(profile, 'profile.unknown', { key });
  return profile;
}

export interface ProfileChanges {
  readonly durations?: Partial<ProfileDurations>;
  readonly limits?: Partial<ProfileLimits>;
}

/** An office's own copy of a profile under a key of its own; only what the base has can be changed. */
export function customize(base: Profile, key: string, changes: ProfileChanges): Profile {
  refuseIf(key === base.key, 'profile.key-taken', { key });
  for (const [name, duration] of Object.entries(changes.durations ?? {})) {
    refuseUnless(Object.hasOwn(base.durations, name), 'profile.unknown-rule', { name });
    refuseUnless(isDuration(duration), 'profile.bad-value', { name });
  }
  for (const [name, limit] of Object.entries(changes.limits ?? {})) {
    refuseUnless(Object.hasOwn(base.limits, name), 'profile.unknown-rule', { name });
    refuseUnless(hasShapeOf(base.limits[name as keyof ProfileLimits], limit), 'profile.bad-value', { name });
  }
  return {
    key,
    durations: { ...base.durations, ...changes.durations },
    limits: { ...base.limits, ...changes.limits },
  };
}

/** When a deadline turns amber: the whole days of the share before it, so a very short one only on its last day. */
export function reminderDate(profile: Profile, from: BusinessDate, due: BusinessDate): BusinessDate {
  const { oneIn, atMostDays } = profile.limits['reminder.before.due'];
  const ahead = Math.min(Math.floor(daysBetween(from, due) / oneIn), atMostDays);
  return addDays(due, -ahead);
}

function isDuration({ count, unit }: Duration): boolean {
  return isPositiveInteger(count) && ['day', 'workday', 'month'].includes(unit);
}

function hasShapeOf(base: unknown, value: unknown): boolean {
  if (typeof base === 'number') return isPositiveInteger(value);
  if (Array.isArray(base)) return Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (typeof value !== 'object' || value === null) return false;
  const [wanted, given] = [base as Record<string, unknown>, value as Record<string, unknown>];
  const names = Object.keys(wanted);
  return (
    Object.keys(given).length === names.length && names.every((name) => hasShapeOf(wanted[name], given[name]))
  );
}

function isPositiveInteger(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
