/** What somebody owes by a day, and when the site's clock speaks up about it (rules.md, reminder.before.due). */
import { endOfDay, profileOf, reminderDate, startOfDay, type BusinessDate } from '@xuncha/domain-kit';

export interface Due {
  /** The day of the event that started the time. */
  readonly from: BusinessDate;
  readonly dueOn: BusinessDate;
  /** Key of the regulation profile that says when it turns amber. */
  readonly profile: string;
}
/** By name of the deadline; null where nothing of that name is owed now. */
export type Dues = Readonly<Record<string, Due | null>>;

export function rungsOf({ from, dueOn, profile }: Due): { amberAt: Date; dueAt: Date } {
  return { amberAt: startOfDay(reminderDate(profileOf(profile), from, dueOn)), dueAt: endOfDay(dueOn) };
}

export function isSame(one: Due | null, other: Due | null): boolean {
  return one?.dueOn === other?.dueOn && one?.from === other?.from;
}

/** Compared with the clock whenever somebody asks, never stored. */
export function isOverdue(due: Due | null, now: Date): boolean {
  return due !== null && now > endOfDay(due.dueOn);
}
