import { addDays, endOfDay, daysBetween, startOfDay, type BusinessDate } from './date.js';
import { deadline, type Duration } from './duration.js';
import { reminderDate, type Profile } from './profile.js';
import { refuseIf, refuseUnless } from './refusal.js';
import { addWorkdays, workdaysBetween, type Calendar } from './workdays.js';

/** A running deadline. `dueOn` is stored beside its inputs and recomputed with each of them; overdue never is. */
export interface Deadline {
  /** The day of the event that started it, itself not counted. */
  readonly from: BusinessDate;
  readonly allowance: Duration;
  /** Days that did not count, in workdays where the allowance is in workdays. */
  readonly suspendedDays: number;
  /** Set while suspended: then nothing is due. */
  readonly suspendedOn?: BusinessDate;
  readonly dueOn: BusinessDate;
}

export function startDeadline(calendar: Calendar, from: BusinessDate, allowance: Duration): Deadline {
  return recomputed(calendar, { from, allowance, suspendedDays: 0 });
}

/** Another allowance, such as an extension; counted from the same day. */
export function reallow(calendar: Calendar, running: Deadline, allowance: Duration): Deadline {
  return recomputed(calendar, { ...running, allowance });
}

/** Stops the count with that day; it can no longer save a deadline that has passed. */
export function suspend(running: Deadline, on: BusinessDate): Deadline {
  refuseIf(running.suspendedOn !== undefined, 'deadline.already-suspended');
  refuseIf(on > running.dueOn, 'deadline.passed', { dueOn: running.dueOn });
  refuseIf(on <= running.from, 'deadline.not-started', { from: running.from });
  return { ...running, suspendedOn: on };
}

/** Counts again with that day; the days between are given back at the end. */
export function resume(calendar: Calendar, suspended: Deadline, on: BusinessDate): Deadline {
  const { suspendedOn, ...rest } = suspended;
  refuseUnless(suspendedOn, 'deadline.not-suspended');
  refuseIf(on < suspendedOn, 'deadline.resumed-before-suspended', { suspendedOn });
  const lost = elapsed(calendar, rest.allowance, addDays(suspendedOn, -1), addDays(on, -1));
  return recomputed(calendar, { ...rest, suspendedDays: rest.suspendedDays + lost });
}

/** Days of the allowance used up by the end of that day, in workdays where the allowance is in workdays. */
export function consumed(calendar: Calendar, running: Deadline, by: BusinessDate): number {
  const { suspendedOn } = running;
  const until = suspendedOn !== undefined && suspendedOn <= by ? addDays(suspendedOn, -1) : by;
  return Math.max(0, elapsed(calendar, running.allowance, running.from, until) - running.suspendedDays);
}

/** The instant it is due; none while suspended. */
export function dueAt(running: Deadline): Date | undefined {
  return running.suspendedOn === undefined ? endOfDay(running.dueOn) : undefined;
}

export function overdue(running: Deadline, now: Date): boolean {
  const due = dueAt(running);
  return due !== undefined && now > due;
}

export interface Rungs {
  readonly amberAt: Date;
  readonly dueAt: Date;
}

/** When it turns amber and when it is due, each to fire once; none while suspended. */
export function rungs(running: Deadline, profile: Profile): Rungs | undefined {
  const due = dueAt(running);
  if (due === undefined) return undefined;
  return { amberAt: startOfDay(reminderDate(profile, running.from, running.dueOn)), dueAt: due };
}

function recomputed(calendar: Calendar, inputs: Omit<Deadline, 'dueOn'>): Deadline {
  const due = deadline(calendar, inputs.from, inputs.allowance);
  const inWorkdays = inputs.allowance.unit === 'workday';
  const dueOn = inWorkdays
    ? addWorkdays(calendar, due, inputs.suspendedDays)
    : addDays(due, inputs.suspendedDays);
  return { ...inputs, dueOn };
}

function elapsed(calendar: Calendar, { unit }: Duration, from: BusinessDate, to: BusinessDate): number {
  return unit === 'workday' ? workdaysBetween(calendar, from, to) : Math.max(0, daysBetween(from, to));
}
